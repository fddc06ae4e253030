-- Expected: table-rewritten
-- A lock that others can read behind is still one behind which nobody writes.
ALTER TABLE orders MODIFY total bigint NOT NULL DEFAULT 0, ALGORITHM=COPY, LOCK=SHARED;
