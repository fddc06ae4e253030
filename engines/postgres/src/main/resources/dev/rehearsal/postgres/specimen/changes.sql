-- One change for each way to hash a value, some of them as small as can be, and one for each shape of a table. What must
-- be told as lost stands after "loses:": table, column or *, and how.
UPDATE keyed SET of_int2 = 7 WHERE id = 1;
-- loses: public.keyed of_int2 VALUES_CHANGED
UPDATE keyed SET of_int4 = 7 WHERE id = 2;
-- loses: public.keyed of_int4 VALUES_CHANGED
UPDATE keyed SET of_int8 = of_int8 << 32 WHERE id = 1;
-- loses: public.keyed of_int8 VALUES_CHANGED
UPDATE keyed SET of_bool = NULL WHERE id = 2;
-- loses: public.keyed of_bool VALUES_CHANGED
UPDATE keyed SET of_uuid = '00000000-0000-0000-0000-000000000001' WHERE id = 3;
-- loses: public.keyed of_uuid VALUES_CHANGED
UPDATE keyed SET of_timestamp = '2026-01-01 00:00:00.000001' WHERE id = 1;
-- loses: public.keyed of_timestamp VALUES_CHANGED
UPDATE keyed SET of_timestamptz = '2026-01-01 00:00:00.000001' WHERE id = 2;
-- loses: public.keyed of_timestamptz VALUES_CHANGED
UPDATE keyed SET of_date = '2026-01-02' WHERE id = 3;
-- loses: public.keyed of_date VALUES_CHANGED
UPDATE keyed SET of_bytea = 'y' WHERE id = 1;
-- loses: public.keyed of_bytea VALUES_CHANGED
UPDATE keyed SET of_text = '' WHERE id = 2;
-- loses: public.keyed of_text VALUES_CHANGED
UPDATE keyed SET of_numeric = 1.00 WHERE id = 3;
-- loses: public.keyed of_numeric VALUES_CHANGED
UPDATE keyed SET of_json = '{"a": 2}' WHERE id = 1;
-- loses: public.keyed of_json VALUES_CHANGED
UPDATE keyed SET of_array = '{NULL}' WHERE id = 2;
-- loses: public.keyed of_array VALUES_CHANGED
UPDATE keyed SET of_told = '(2)' WHERE id = 3;
-- loses: public.keyed of_told VALUES_CHANGED
UPDATE named SET id = 9 WHERE id = 1;
-- loses: public.named * ROWS_LOST
-- loses: public.named * ROWS_LEFT_OVER
UPDATE named SET note = 'y' WHERE id = 2;
-- loses: public.named note VALUES_CHANGED
DROP MATERIALIZED VIEW summed;
-- loses: public.summed * RELATION_GONE
DROP TABLE gone;
-- loses: public.gone * RELATION_GONE
UPDATE divided SET note = 'y' WHERE id = 3;
-- loses: public.divided note VALUES_CHANGED
UPDATE ONLY above SET note = 'y' WHERE id = 1;
-- loses: public.above note VALUES_CHANGED
UPDATE below SET note = 'y' WHERE id = 4;
-- loses: public.below note VALUES_CHANGED
DELETE FROM loose WHERE id = 1;
-- loses: public.loose * ROWS_LOST
UPDATE loose_int2 SET of_int2 = 7 WHERE of_int2 = 1;
-- loses: public.loose_int2 of_int2 VALUES_CHANGED
UPDATE loose_int4 SET of_int4 = 7 WHERE of_int4 = 1;
-- loses: public.loose_int4 of_int4 VALUES_CHANGED
UPDATE loose_int8 SET of_int8 = of_int8 << 32 WHERE of_int8 = 1;
-- loses: public.loose_int8 of_int8 VALUES_CHANGED
UPDATE loose_bool SET of_bool = true WHERE ctid = '(0,1)';
-- loses: public.loose_bool of_bool VALUES_CHANGED
UPDATE loose_uuid SET of_uuid = '00000000-0000-0000-0000-000000000001' WHERE ctid = '(0,1)';
-- loses: public.loose_uuid of_uuid VALUES_CHANGED
UPDATE loose_timestamp SET of_timestamp = '2026-01-01 00:00:00.000001' WHERE ctid = '(0,1)';
-- loses: public.loose_timestamp of_timestamp VALUES_CHANGED
UPDATE loose_timestamptz SET of_timestamptz = '2026-01-01 00:00:00.000001' WHERE ctid = '(0,1)';
-- loses: public.loose_timestamptz of_timestamptz VALUES_CHANGED
UPDATE loose_date SET of_date = '2026-01-02' WHERE ctid = '(0,1)';
-- loses: public.loose_date of_date VALUES_CHANGED
UPDATE loose_bytea SET of_bytea = 'y' WHERE ctid = '(0,1)';
-- loses: public.loose_bytea of_bytea VALUES_CHANGED
UPDATE loose_text SET of_text = '' WHERE ctid = '(0,1)';
-- loses: public.loose_text of_text VALUES_CHANGED
UPDATE loose_numeric SET of_numeric = 1.00 WHERE ctid = '(0,1)';
-- loses: public.loose_numeric of_numeric VALUES_CHANGED
UPDATE loose_json SET of_json = '{"a": 2}' WHERE ctid = '(0,1)';
-- loses: public.loose_json of_json VALUES_CHANGED
UPDATE loose_array SET of_array = '{NULL}' WHERE ctid = '(0,1)';
-- loses: public.loose_array of_array VALUES_CHANGED
UPDATE loose_told SET of_told = '(2)' WHERE ctid = '(0,1)';
-- loses: public.loose_told of_told VALUES_CHANGED
SELECT setval('counted', 4);
-- loses: public.counted * SEQUENCE_BACKWARDS
SELECT lo_unlink(1000000001);
-- loses: large.objects * LARGE_OBJECTS_LOST
SELECT lo_create(1000000004);
-- loses: large.objects * LARGE_OBJECTS_LEFT_OVER
SELECT lo_put(1000000002, 0, 'y');
-- loses: large.objects * LARGE_OBJECTS_CHANGED
COMMENT ON LARGE OBJECT 1000000003 IS 'x';
-- loses: large.objects * LARGE_OBJECTS_ALTERED
