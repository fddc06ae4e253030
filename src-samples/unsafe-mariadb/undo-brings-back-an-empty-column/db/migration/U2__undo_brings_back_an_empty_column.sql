ALTER TABLE users ADD COLUMN phone varchar(30) AFTER name;
