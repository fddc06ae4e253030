-- Expected: schema-not-restored
-- MODIFY says the whole column: what it does not say is gone, here NOT NULL and the default.
ALTER TABLE users MODIFY name varchar(150) NOT NULL DEFAULT 'unnamed';
