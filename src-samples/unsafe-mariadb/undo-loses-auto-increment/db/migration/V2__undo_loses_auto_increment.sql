-- Expected: schema-not-restored
-- The undo forgets that numbers were handed out: the next INSERT fails.
ALTER TABLE users MODIFY id bigint unsigned NOT NULL AUTO_INCREMENT;
