-- Expected: table-rewritten
-- While all orders are held against the users, nobody can write users either.
ALTER TABLE orders ADD CONSTRAINT orders_of_users FOREIGN KEY (user_id) REFERENCES users (id);
