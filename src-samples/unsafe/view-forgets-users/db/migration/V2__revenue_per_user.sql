-- Caught by its test: "0 rows", "email = 'plato@example.org' AND cents = 0"
-- The list was to have a line for each user. An inner join has none for those who have not ordered anything yet, and
-- no rehearsal can know that they were meant.
-- The safe way: LEFT JOIN, and coalesce(sum(…), 0).
CREATE VIEW revenue_per_user AS
SELECT u.id, u.email, sum(o.total_cents) AS cents
  FROM users AS u
  JOIN orders AS o ON o.user_id = u.id
 GROUP BY u.id;
