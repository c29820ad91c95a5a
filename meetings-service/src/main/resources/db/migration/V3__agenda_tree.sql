ALTER TABLE agenda_item
  ADD parent_id    uuid REFERENCES agenda_item (id),
  ADD number       text,
  ADD papers       jsonb NOT NULL DEFAULT '[]',
  -- Null: as visible as the meeting.
  ADD visibility   text CHECK (visibility IN ('PUBLIC', 'COALITION', 'RESTRICTED')),
  ADD visible_to   varchar[] CHECK ((visible_to IS NULL) = (visibility IS NULL)),
  ADD status       text NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'CONCLUDED', 'CARRIED_OVER')),
  ADD carried_from uuid UNIQUE REFERENCES agenda_item (id),
  ADD carried_to   uuid REFERENCES agenda_item (id) DEFERRABLE INITIALLY DEFERRED,
  ADD CHECK ((status = 'CARRIED_OVER') = (carried_to IS NOT NULL));
UPDATE agenda_item SET number = position::text;
ALTER TABLE agenda_item
  ALTER number SET NOT NULL,
  ALTER papers DROP DEFAULT,
  ALTER status DROP DEFAULT,
  DROP CONSTRAINT agenda_item_meeting_id_position_key,
  -- One item per number, checked at commit, when a reordering is complete; serves the agenda of a meeting.
  ADD UNIQUE (meeting_id, number) DEFERRABLE INITIALLY DEFERRED;
