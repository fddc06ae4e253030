-- Expected: up-failed
-- Some rows still hold the label.
ALTER TABLE users MODIFY status enum('new', 'active') NOT NULL DEFAULT 'new';
