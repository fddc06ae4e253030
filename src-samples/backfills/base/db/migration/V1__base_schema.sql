-- What each mistake here starts from.
CREATE TABLE users (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email  text NOT NULL,
  phone  text NOT NULL,
  points integer NOT NULL DEFAULT 0
);
