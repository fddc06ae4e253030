-- Purpose: the users of the shop
CREATE TABLE users (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code varchar(40) NOT NULL,
    age int CONSTRAINT users_age CHECK (age >= 0)
);
CREATE INDEX users_code ON users (code);
