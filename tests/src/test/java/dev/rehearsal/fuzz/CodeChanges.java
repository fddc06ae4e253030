package dev.rehearsal.fuzz;

import static dev.rehearsal.fuzz.Change.up;

import java.util.ArrayList;
import java.util.List;

/** Changes to views, routines, triggers and rules. */
final class CodeChanges {
    private static final String BASE = "CREATE TABLE {s}.{x} (id int, v text);"
            + "INSERT INTO {s}.{x} SELECT i, 'v' || i FROM generate_series(1, 20) i;";

    private CodeChanges() {}

    static List<Change> all() {
        List<Change> all = new ArrayList<>(views());
        all.addAll(materialized());
        all.addAll(routines());
        all.addAll(triggers());
        return all;
    }

    private static List<Change> views() {
        String view = "CREATE VIEW {s}.{y} AS SELECT id, v FROM {s}.{x} WHERE id > 3";
        return List.of(
                up(view).setup(BASE).undo("DROP VIEW {s}.{y}", "+view {s}.{y}"),
                up("DROP VIEW {s}.{y}")
                        .setup(BASE + view + " WITH LOCAL CHECK OPTION; COMMENT ON VIEW {s}.{y} IS 'v';"
                                + "GRANT SELECT ON {s}.{y} TO fuzz_reader; ALTER VIEW {s}.{y} ALTER v SET DEFAULT 'z';"
                                + "CREATE RULE {w} AS ON DELETE TO {s}.{y} DO INSTEAD NOTHING;"
                                + "COMMENT ON COLUMN {s}.{y}.id IS 'ci'")
                        .must(view + " WITH LOCAL CHECK OPTION")
                        .or(view, "*view {s}.{y}")
                        .or(view.replace("id > 3", "id >= 3") + " WITH LOCAL CHECK OPTION", "*view {s}.{y}")
                        .or(
                                view.replace("VIEW {s}.{y} AS", "VIEW {s}.{y} WITH (security_barrier) AS")
                                        + " WITH LOCAL CHECK OPTION",
                                "*view {s}.{y}")
                        .undo("COMMENT ON VIEW {s}.{y} IS 'v'", "-comment on view {s}.{y}")
                        .undo("COMMENT ON COLUMN {s}.{y}.id IS 'ci'", "-comment on column {s}.{y}.id")
                        .undo("GRANT SELECT ON {s}.{y} TO fuzz_reader", "-grants on view {s}.{y}")
                        .undo("ALTER VIEW {s}.{y} ALTER v SET DEFAULT 'z'", "-column {s}.{y}.v")
                        .undo("CREATE RULE {w} AS ON DELETE TO {s}.{y} DO INSTEAD NOTHING", "-rule {s}.{y}.{w}")
                        .or("CREATE RULE {w} AS ON UPDATE TO {s}.{y} DO INSTEAD NOTHING", "*rule {s}.{y}.{w}"),
                up("CREATE OR REPLACE VIEW {s}.{y} AS SELECT id, v, id + 1 AS {z} FROM {s}.{x}")
                        .setup(BASE + view)
                        .undo("DROP VIEW {s}.{y}; " + view, "*view {s}.{y}")
                        .or("DROP VIEW {s}.{y}", "-view {s}.{y}")
                        .or("DROP VIEW {s}.{y}; " + view.replace("id, v", "v, id"), "*view {s}.{y}"),
                up("ALTER VIEW {s}.{y} RENAME TO {z}")
                        .setup(BASE + view)
                        .undo("ALTER VIEW {s}.{z} RENAME TO {y}", "-view {s}.{y}", "+view {s}.{z}"),
                up("DROP VIEW {s}.{z}, {s}.{y}")
                        .setup(BASE + view + "; CREATE VIEW {s}.{z} AS SELECT v.id FROM {s}.{y} v")
                        .must(view)
                        .undo("CREATE VIEW {s}.{z} AS SELECT v.id FROM {s}.{y} v", "-view {s}.{z}"),
                up("ALTER VIEW {s}.{y} OWNER TO fuzz_owner")
                        .setup(BASE + view)
                        .undo("ALTER VIEW {s}.{y} OWNER TO CURRENT_USER", "*owner of view {s}.{y}"));
    }

    private static List<Change> materialized() {
        String view = "CREATE MATERIALIZED VIEW {s}.{y} AS SELECT id, v FROM {s}.{x} WHERE id > 5";
        return List.of(
                up(view).setup(BASE).undo("DROP MATERIALIZED VIEW {s}.{y}", "+materialized view {s}.{y}"),
                up("DROP MATERIALIZED VIEW {s}.{y}")
                        .setup(BASE + view + "; CREATE UNIQUE INDEX {z} ON {s}.{y} (id); COMMENT ON MATERIALIZED VIEW"
                                + " {s}.{y} IS 'm'; GRANT SELECT ON {s}.{y} TO fuzz_reader")
                        .must(view)
                        .or(view + " WITH NO DATA", "*materialized view {s}.{y}", "!{s}.{y} ROWS_LOST 15")
                        .or(view.replace("> 5", "> 6"), "*materialized view {s}.{y}", "!{s}.{y} ROWS_LOST 1")
                        .undo("CREATE UNIQUE INDEX {z} ON {s}.{y} (id)", "-index {s}.{z}")
                        .undo("COMMENT ON MATERIALIZED VIEW {s}.{y} IS 'm'", "-comment on materialized view {s}.{y}")
                        .undo("GRANT SELECT ON {s}.{y} TO fuzz_reader", "-grants on materialized view {s}.{y}"),
                up("DROP MATERIALIZED VIEW {s}.{y}")
                        .setup(BASE + view)
                        .lost("-materialized view {s}.{y}", "!{s}.{y} RELATION_GONE 15"),
                up("INSERT INTO {s}.{x} VALUES (99, 'n'); REFRESH MATERIALIZED VIEW {s}.{y}")
                        .setup(BASE + view)
                        .must("DELETE FROM {s}.{x} WHERE id = 99")
                        .undo("REFRESH MATERIALIZED VIEW {s}.{y}", "!{s}.{y} ROWS_LEFT_OVER 1"));
    }

    private static List<Change> routines() {
        String body =
                "CREATE OR REPLACE FUNCTION {s}.{x}(a int DEFAULT 1) RETURNS int LANGUAGE sql %s AS 'SELECT a + %d'";
        String old = body.formatted("IMMUTABLE SECURITY DEFINER SET work_mem = '4MB'", 1);
        String function = "*function {s}.{x}(integer)";
        return List.of(
                up(old).undo("DROP FUNCTION {s}.{x}(int)", "+function {s}.{x}(integer)"),
                up(body.formatted("STABLE", 2))
                        .setup(old)
                        .undo(old, function)
                        .or(body.formatted("IMMUTABLE SECURITY DEFINER SET work_mem = '4MB'", 2), function)
                        .or(body.formatted("STABLE SECURITY DEFINER SET work_mem = '4MB'", 1), function)
                        .or(body.formatted("IMMUTABLE SET work_mem = '4MB'", 1), function)
                        .or(body.formatted("IMMUTABLE SECURITY DEFINER", 1), function),
                up("DROP FUNCTION {s}.{x}(int)")
                        .setup(old + "; COMMENT ON FUNCTION {s}.{x}(int) IS 'f';"
                                + "REVOKE EXECUTE ON FUNCTION {s}.{x}(int) FROM PUBLIC;"
                                + "GRANT EXECUTE ON FUNCTION {s}.{x}(int) TO fuzz_reader")
                        .must(old)
                        .or(old.replace("DEFAULT 1", ""), function)
                        .undo("COMMENT ON FUNCTION {s}.{x}(int) IS 'f'", "-comment on function {s}.{x}(integer)")
                        .undo(
                                "REVOKE EXECUTE ON FUNCTION {s}.{x}(int) FROM PUBLIC;"
                                        + "GRANT EXECUTE ON FUNCTION {s}.{x}(int) TO fuzz_reader",
                                "-grants on function {s}.{x}(integer)")
                        .or(
                                "GRANT EXECUTE ON FUNCTION {s}.{x}(int) TO fuzz_reader",
                                "*grants on function {s}.{x}(integer)"),
                up("DROP FUNCTION {s}.{x}(int); CREATE FUNCTION {s}.{x}(a bigint) RETURNS int LANGUAGE sql AS 'SELECT 1'")
                        .setup(old)
                        .undo(old, "-function {s}.{x}(integer)")
                        .undo("DROP FUNCTION {s}.{x}(bigint)", "+function {s}.{x}(bigint)"),
                up("CREATE PROCEDURE {s}.{x}(INOUT n int) LANGUAGE plpgsql AS $fuzz$ BEGIN n := n; END $fuzz$")
                        .undo("DROP PROCEDURE {s}.{x}(int)", "+procedure {s}.{x}(integer)"),
                up("DROP AGGREGATE {s}.{x}(int)")
                        .setup("CREATE AGGREGATE {s}.{x}(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')")
                        .undo(
                                "CREATE AGGREGATE {s}.{x}(int) (SFUNC = int4pl, STYPE = int, INITCOND = '0')",
                                "-aggregate {s}.{x}(integer)")
                        .or(
                                "CREATE AGGREGATE {s}.{x}(int) (SFUNC = int4pl, STYPE = int)",
                                "*aggregate {s}.{x}(integer)"));
    }

    private static List<Change> triggers() {
        String function = "CREATE FUNCTION {s}.{x}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";
        String trigger =
                "CREATE TRIGGER {y} BEFORE UPDATE OF {n} ON {t} FOR EACH ROW WHEN (NEW.{n} > 0) EXECUTE FUNCTION {s}.{x}()";
        return List.of(
                up(function + trigger)
                        .must("DROP TRIGGER {y} ON {t}; DROP FUNCTION {s}.{x}()")
                        .or("DROP TRIGGER {y} ON {t}", "+function {s}.{x}()")
                        .or("SELECT 1", "+function {s}.{x}()", "+trigger {t}.{y}"),
                up("DROP TRIGGER {y} ON {t}")
                        .setup(function + trigger + "; COMMENT ON TRIGGER {y} ON {t} IS 'tr'")
                        .must(trigger)
                        .or(trigger.replace("> 0", "> 1"), "*trigger {t}.{y}")
                        .or(trigger.replace("BEFORE", "AFTER"), "*trigger {t}.{y}")
                        .or(trigger.replace(" OF {n}", ""), "*trigger {t}.{y}")
                        .undo("COMMENT ON TRIGGER {y} ON {t} IS 'tr'", "-comment on trigger {t}.{y}"),
                up("ALTER TABLE {t} DISABLE TRIGGER {y}")
                        .setup(function + trigger)
                        .undo("ALTER TABLE {t} ENABLE TRIGGER {y}", "*trigger {t}.{y}")
                        .or("ALTER TABLE {t} ENABLE ALWAYS TRIGGER {y}", "*trigger {t}.{y}"),
                up("CREATE RULE {x} AS ON DELETE TO {s}.{x} DO INSTEAD NOTHING")
                        .setup(BASE)
                        .undo("DROP RULE {x} ON {s}.{x}", "+rule {s}.{x}.{x}"));
    }
}
