UPDATE users SET visits = visits / 2;
DROP TABLE users_visits_doubled;
