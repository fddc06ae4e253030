-- Expected: exception-without-reason
-- The next line asks for an exception and does not say why it may have one.
-- rehearsal: irreversible
ALTER TABLE users DROP COLUMN phone;
