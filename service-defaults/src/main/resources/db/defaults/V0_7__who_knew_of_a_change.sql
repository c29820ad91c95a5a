-- Who could know of the resource both before and after a change, when it was made: its history shows the change to them only,
-- whoever may know of the resource today. Absent of what was recorded earlier, which so is shown to nobody.
ALTER TABLE audit_entry
  ADD known_visibility text CHECK (known_visibility IN ('PUBLIC', 'COALITION', 'RESTRICTED')),
  ADD known_to varchar[],
  ADD CHECK ((known_visibility IS NULL) = (known_to IS NULL));
