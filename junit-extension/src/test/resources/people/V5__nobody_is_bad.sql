ALTER TABLE users ADD CONSTRAINT nobody_is_bad CHECK (name <> 'bad');
