ALTER TABLE users ADD COLUMN role text;
-- Stands for whatever takes long.
SELECT pg_sleep(0.3);
