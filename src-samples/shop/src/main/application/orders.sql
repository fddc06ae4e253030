-- What the shop's application runs all day. Each statement runs before, during and after every migration that concerns
-- its tables. What a file says of no parameter is taken from the column that it is compared with.

-- The customer looks at the last orders.
SELECT o.id, o.status, o.total_cents, o.placed_at
  FROM orders AS o
 WHERE o.user_id = :userId
 ORDER BY o.placed_at DESC
 LIMIT 20;

-- One of them is opened.
SELECT i.quantity, i.unit_price_cents, p.name
  FROM order_items AS i
  JOIN products AS p ON p.id = i.product_id
 WHERE i.order_id = :orderId;

-- A payment arrives.
UPDATE orders SET status = 'paid' WHERE id = :orderId AND status IN ('open', 'paid', 'shipped', 'cancelled');

-- Checkout.
-- :userId = SELECT min(id) FROM users
INSERT INTO orders (user_id, total_cents) VALUES (:userId, 1999);
