ALTER TABLE users DROP INDEX users_locale;
ALTER TABLE users DROP COLUMN locale;
