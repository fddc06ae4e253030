-- Runs outside a transaction.
VACUUM FULL orders;
