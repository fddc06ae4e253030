-- Runs outside a transaction.
ALTER TABLE orders DROP COLUMN locale;
ALTER TABLE users DROP COLUMN locale;
