CREATE TABLE events (happened timestamptz NOT NULL, what text NOT NULL);
