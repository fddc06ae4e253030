--liquibase formatted sql
--changeset ada:mail
ALTER TABLE users ADD COLUMN mail text;
--rollback ALTER TABLE users DROP COLUMN mail;

--changeset bob:users
CREATE VIEW people AS SELECT id, name FROM users;
--rollback DROP VIEW people;
