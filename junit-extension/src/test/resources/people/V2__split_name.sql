ALTER TABLE users ADD COLUMN first_name text, ADD COLUMN last_name text;
UPDATE users SET first_name = split_part(name, ' ', 1), last_name = nullif(split_part(name, ' ', 2), '');
ALTER TABLE users ADD CONSTRAINT users_name_check CHECK (first_name <> '') NOT VALID;
ALTER TABLE users VALIDATE CONSTRAINT users_name_check;
CREATE INDEX users_last_name_idx ON users (last_name);
