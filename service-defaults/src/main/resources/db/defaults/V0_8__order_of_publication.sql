-- The place of the last settled record in the order in which this outbox publishes, whatever the topics.
ALTER TABLE outbox_lease ADD COLUMN position bigint NOT NULL DEFAULT 0;
