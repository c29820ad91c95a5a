-- The list of contributions by track or instrument, each in the order of creation.
CREATE INDEX contribution_by_track ON contribution (track, id);
CREATE INDEX contribution_by_instrument ON contribution (instrument, id);
