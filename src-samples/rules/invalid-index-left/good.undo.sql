DROP INDEX events_happened_idx;
