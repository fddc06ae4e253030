DROP TRIGGER users_visits_big ON users;
DROP FUNCTION users_visits_big();
ALTER TABLE users DROP COLUMN visits_big;
