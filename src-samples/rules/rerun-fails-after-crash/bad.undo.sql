ALTER TABLE users DROP COLUMN locale;
DROP INDEX users_full_name_idx;
