-- Undoes V1. The view is repeatable (R__order_overview.sql): it reads these tables, so it goes first.
SET LOCAL lock_timeout = '500ms';

DROP VIEW IF EXISTS order_overview;
DROP TABLE order_items;
DROP TABLE orders;
DROP TABLE products;
DROP TABLE users;
