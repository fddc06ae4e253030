-- Runs outside a transaction.
VACUUM orders;
