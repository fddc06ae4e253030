-- The shop as it is. Its rows come with it, so that a lock can be felt.
CREATE TABLE users (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email varchar(200) NOT NULL,
    name varchar(100) NOT NULL DEFAULT 'unnamed',
    phone varchar(30),
    status enum('new', 'active', 'gone') NOT NULL DEFAULT 'new',
    UNIQUE KEY users_email (email)
);
CREATE TABLE orders (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id bigint NOT NULL,
    total int NOT NULL DEFAULT 0,
    note varchar(200),
    KEY orders_user (user_id)
);
CREATE TABLE parcels (id bigint NOT NULL PRIMARY KEY, order_id bigint NOT NULL);
CREATE TABLE reviews (id bigint NOT NULL PRIMARY KEY, body text NOT NULL) DEFAULT CHARSET = latin1;
INSERT INTO users (email, phone, status)
SELECT CONCAT('user', seq, '@example.com'), CONCAT('+49 30 ', seq), IF(seq % 9 = 0, 'gone', 'active') FROM seq_1_to_1000;
INSERT INTO orders (user_id, total, note) SELECT 1 + seq % 1000, seq % 500, REPEAT('n', 150) FROM seq_1_to_150000;
INSERT INTO parcels SELECT seq, seq FROM seq_1_to_1000;
INSERT INTO reviews VALUES (1, 'fast'), (2, 'slow');
CREATE TRIGGER orders_not_negative BEFORE INSERT ON orders FOR EACH ROW SET NEW.total = GREATEST(NEW.total, 0);
