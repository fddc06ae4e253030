CREATE TABLE orders_before LIKE orders;
ALTER TABLE orders_before DROP COLUMN paid_at;
INSERT INTO orders_before SELECT id, user_id, total, note FROM orders;
RENAME TABLE orders TO orders_after, orders_before TO orders;
DROP TABLE orders_after;
