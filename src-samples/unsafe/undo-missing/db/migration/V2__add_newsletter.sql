-- Expected: undo-missing
-- There is no U2: when the release has to go back at night, someone writes one by hand.
ALTER TABLE users ADD COLUMN newsletter boolean NOT NULL DEFAULT false;
