--liquibase formatted sql

--changeset mia:users
CREATE TABLE users (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email text NOT NULL UNIQUE
);
--rollback DROP TABLE users;

--changeset mia:short-emails
ALTER TABLE users ADD COLUMN short text;
CREATE INDEX users_email_lower ON users (lower(email));
--rollback ALTER TABLE users DROP COLUMN short;
