DROP VIEW revenue_per_user;
