-- What every sample here starts from.
CREATE TABLE users (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email     text NOT NULL,
  full_name text DEFAULT '',
  visits    integer NOT NULL DEFAULT 0,
  phone     text
);
CREATE TABLE products (
  id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE orders (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id    bigint NOT NULL,
  product_id bigint NOT NULL,
  total      integer NOT NULL
);
CREATE INDEX orders_user_id_idx ON orders (user_id);

INSERT INTO users (email, full_name, visits, phone)
SELECT 'u' || n || '@shop.example', 'User ' || n, n % 100, '+49 30 ' || n % 5000 FROM generate_series(1, 20000) AS n;
INSERT INTO products (name) SELECT 'Product ' || n FROM generate_series(1, 100) AS n;
INSERT INTO orders (user_id, product_id, total) SELECT n, 1 + n % 100, n % 500 FROM generate_series(1, 20000) AS n;
