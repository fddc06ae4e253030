-- A migration whose every statement does something that must be seen. What that is stands after "does:".
CREATE TABLE public.made (id int PRIMARY KEY);
-- does: TABLE_CREATED
-- does: CONSTRAINT_ADDED
ALTER TABLE public.named ADD COLUMN added text;
-- does: COLUMN_ADDED
CREATE INDEX named_note ON public.named (note);
-- does: INDEX_CREATED
CREATE TYPE public.labelled AS ENUM ('a');
-- does: ENUM_CREATED
CREATE FUNCTION public.made_once() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- does: FUNCTION_CREATED
CREATE TRIGGER same BEFORE UPDATE ON public.named FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
-- does: TRIGGER_CREATED
ALTER TABLE public.loose_int4 ALTER COLUMN of_int4 TYPE int8;
-- does: COLUMN_TYPE_CHANGED
-- does: TABLE_REWRITTEN
INSERT INTO public.named SELECT 'y', i, 'y' FROM generate_series(1, 5) i;
LOCK TABLE public.named IN ACCESS EXCLUSIVE MODE;
