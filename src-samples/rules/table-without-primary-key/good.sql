CREATE TABLE events (
  id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  happened timestamptz NOT NULL,
  what     text NOT NULL
);
