-- A table of its own: nobody can be waiting for it. The key has the index that it needs, under a name.
CREATE TABLE orders (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id bigint NOT NULL,
    total int NOT NULL,
    KEY orders_user (user_id),
    CONSTRAINT orders_of_user FOREIGN KEY (user_id) REFERENCES users (id)
);
