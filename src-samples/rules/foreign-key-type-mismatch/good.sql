CREATE TABLE reviews (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  product_id bigint NOT NULL REFERENCES products (id),
  stars      integer NOT NULL
);
CREATE INDEX reviews_product_id_idx ON reviews (product_id);
