-- Expected: schema-not-restored
-- In utf8mb4 the same characters may need four times the room: text comes back as mediumtext.
ALTER TABLE reviews CONVERT TO CHARACTER SET utf8mb4;
