-- :email = 'u1@shop.example'
INSERT INTO users (email, full_name) VALUES (:email, :fullName);
