-- Expected: up-not-repeatable, schema-not-restored
-- The undo drops the column but not its type, so the second attempt, a week later, fails on its first statement.
CREATE TYPE user_tier AS ENUM ('basic', 'plus');
ALTER TABLE users ADD COLUMN tier user_tier NOT NULL DEFAULT 'basic';
