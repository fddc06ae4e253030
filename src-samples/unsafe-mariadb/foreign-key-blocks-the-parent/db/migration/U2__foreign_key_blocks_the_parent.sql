ALTER TABLE orders DROP FOREIGN KEY orders_of_users;
