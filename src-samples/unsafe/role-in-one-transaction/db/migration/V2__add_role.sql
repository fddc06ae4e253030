-- Expected: lock-too-long, backfill-in-ddl-transaction, set-not-null-scans
-- ADD COLUMN takes ACCESS EXCLUSIVE on users, and a lock lasts until the transaction ends: nobody can even read
-- the table while the UPDATE writes every row and SET NOT NULL scans them.
-- The safe way is src-samples/shop, V3 to V5.
ALTER TABLE users ADD COLUMN role text;
UPDATE users SET role = CASE WHEN email LIKE '%@shop.example' THEN 'support' ELSE 'customer' END;
ALTER TABLE users ALTER COLUMN role SET NOT NULL;
