-- Runs outside a transaction.
CREATE INDEX events_happened_idx ON ONLY events (happened);
CREATE INDEX CONCURRENTLY events_all_happened_idx ON events_all (happened);
ALTER INDEX events_happened_idx ATTACH PARTITION events_all_happened_idx;
