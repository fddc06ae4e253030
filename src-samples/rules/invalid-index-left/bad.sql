CREATE INDEX events_happened_idx ON ONLY events (happened);
