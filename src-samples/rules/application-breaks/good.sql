-- Runs outside a transaction.
-- The first of two releases: the next application looks an address up before it signs up, and then it may be unique.
CREATE INDEX CONCURRENTLY users_email_idx ON users (email);
