CREATE TABLE events (id bigint NOT NULL, happened timestamptz NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE events_all PARTITION OF events FOR VALUES FROM (MINVALUE) TO (MAXVALUE);
INSERT INTO events SELECT n, '2026-01-01'::timestamptz + n * interval '1 min' FROM generate_series(1, 20000) AS n;
