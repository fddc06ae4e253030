-- Expected: schema-not-restored
-- Without a name the index is called after its column.
ALTER TABLE users DROP INDEX users_email, ADD UNIQUE KEY users_email_status (email, status);
