UPDATE users SET visits = visits / 2;
