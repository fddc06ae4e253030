
ANALYZE users, orders;
