-- The first table. IF NOT EXISTS, for a run that was interrupted is run again.
CREATE TABLE IF NOT EXISTS users (
    id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email varchar(200) NOT NULL,
    name varchar(100) NOT NULL DEFAULT '',
    UNIQUE KEY users_email (email)
);
INSERT IGNORE INTO users (id, email, name) SELECT seq, CONCAT('user', seq, '@example.com'), CONCAT('User ', seq) FROM seq_1_to_1000;
