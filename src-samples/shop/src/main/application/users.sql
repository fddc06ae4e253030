-- Somebody logs in.
SELECT id, full_name FROM users WHERE email = :email;

-- Somebody signs up.
-- :email = 'new.customer@rehearsal.example'
INSERT INTO users (email, full_name) VALUES (:email, 'A new customer') RETURNING id;
