UPDATE users SET points = (points - 1) / 2;
