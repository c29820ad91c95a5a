CREATE TABLE next_aggregate (
  id      uuid PRIMARY KEY,
  version bigint NOT NULL,
  meeting uuid REFERENCES meeting
);
