--liquibase formatted sql

--changeset mia:users
CREATE TABLE users (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE,
    name  text NOT NULL
);
--rollback DROP TABLE users;

--changeset mia:orders
CREATE TABLE orders (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id bigint NOT NULL REFERENCES users,
    amount  numeric(10, 2) NOT NULL
);
CREATE INDEX orders_user_id ON orders (user_id);
--rollback DROP TABLE orders;
