-- Expected: half-applied
-- Where the second statement fails, the first one stays: it cannot be run again.
ALTER TABLE users ADD COLUMN locale char(5) NOT NULL DEFAULT 'de_DE';
ALTER TABLE users ADD INDEX users_locale (locale);
