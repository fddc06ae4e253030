-- Purpose: the shop's first tables: users, products, orders and their items
-- Breaking Changes: none
-- Rollback: U1 drops the tables
-- Issue: SHOP-1
-- Author: Ada

CREATE TABLE users (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email      text NOT NULL,
  full_name  text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT users_email_key UNIQUE (email)
);
COMMENT ON TABLE users IS 'People with an account in the shop';
COMMENT ON COLUMN users.email IS 'Where invoices go; the login name';

CREATE TABLE products (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku         text NOT NULL,
  name        text NOT NULL,
  description text,
  price_cents integer NOT NULL,
  CONSTRAINT products_sku_key UNIQUE (sku),
  CONSTRAINT products_price_not_negative CHECK (price_cents >= 0)
);
COMMENT ON TABLE products IS 'What the shop sells';
COMMENT ON COLUMN products.price_cents IS 'Price of one piece, in euro cents';

CREATE TABLE orders (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id     bigint NOT NULL,
  status      text NOT NULL DEFAULT 'open',
  total_cents integer NOT NULL,
  placed_at   timestamptz NOT NULL DEFAULT now(),
  note        text,
  CONSTRAINT orders_user_fk FOREIGN KEY (user_id) REFERENCES users (id),
  CONSTRAINT orders_status_known CHECK (status IN ('open', 'paid', 'shipped', 'cancelled'))
);
CREATE INDEX orders_user_id_idx ON orders (user_id);
COMMENT ON TABLE orders IS 'One row per checkout';
COMMENT ON COLUMN orders.total_cents IS 'Sum of the items, in euro cents';
COMMENT ON COLUMN orders.note IS 'What the customer wrote at checkout';

CREATE TABLE order_items (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  order_id         bigint NOT NULL,
  product_id       bigint NOT NULL,
  quantity         integer NOT NULL,
  unit_price_cents integer NOT NULL,
  CONSTRAINT order_items_order_fk FOREIGN KEY (order_id) REFERENCES orders (id),
  CONSTRAINT order_items_product_fk FOREIGN KEY (product_id) REFERENCES products (id),
  CONSTRAINT order_items_quantity_positive CHECK (quantity > 0)
);
CREATE INDEX order_items_order_id_idx ON order_items (order_id);
CREATE INDEX order_items_product_id_idx ON order_items (product_id);
COMMENT ON TABLE order_items IS 'What was ordered, at the price of that day';
