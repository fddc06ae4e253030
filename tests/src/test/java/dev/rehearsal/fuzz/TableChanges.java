package dev.rehearsal.fuzz;

import static dev.rehearsal.fuzz.Change.up;

import java.util.ArrayList;
import java.util.List;

/** Changes to whole tables and to partitions. */
final class TableChanges {
    private static final String OWN =
            "CREATE TABLE {s}.{x} (id int CONSTRAINT {y} PRIMARY KEY, v text DEFAULT 'd', q numeric(8,3));";
    private static final String FILL =
            "INSERT INTO {s}.{x} SELECT i, 'v' || i, i * 0.5 FROM generate_series(1, 120) i;";

    private TableChanges() {}

    static List<Change> all() {
        List<Change> all = new ArrayList<>(made());
        all.addAll(dropped());
        all.addAll(moved());
        all.addAll(properties());
        all.addAll(partitions());
        return all;
    }

    private static List<Change> made() {
        return List.of(
                up("CREATE TABLE {s}.{x} ({y} serial PRIMARY KEY, {z} text NOT NULL CHECK ({z} <> '') UNIQUE);"
                                + "COMMENT ON TABLE {s}.{x} IS 'new'; CREATE INDEX {w} ON {s}.{x} ({z});"
                                + "GRANT SELECT ON {s}.{x} TO fuzz_reader; ALTER TABLE {s}.{x} OWNER TO fuzz_owner;"
                                + "ALTER TABLE {s}.{x} ENABLE ROW LEVEL SECURITY; CREATE POLICY {v} ON {s}.{x} USING ({y} > 0);"
                                + "INSERT INTO {s}.{x} ({z}) VALUES ('a'), ('b')")
                        .undo("DROP TABLE {s}.{x}", "+table {s}.{x}"),
                up("CREATE UNLOGGED TABLE {s}.{x} (a int, b int); CREATE STATISTICS {s}.{y} ON a, b FROM {s}.{x}")
                        .undo("DROP TABLE {s}.{x}", "+table {s}.{x}", "+statistics object {s}.{y}"),
                up("CREATE TABLE {s}.{x} AS TABLE {t}; CREATE TABLE {s}.{y} (LIKE {t} INCLUDING DEFAULTS)")
                        .undo("DROP TABLE {s}.{x}", "+table {s}.{x}")
                        .undo("DROP TABLE {s}.{y}", "+table {s}.{y}"),
                up("CREATE TABLE {s}.{x} ()").undo("DROP TABLE {s}.{x}", "+table {s}.{x}"));
    }

    private static List<Change> dropped() {
        String refill = "INSERT INTO {s}.{x} SELECT id, v, q FROM {s}.{z}";
        return List.of(
                up("CREATE TABLE {s}.{z} AS TABLE {s}.{x}; DROP TABLE {s}.{x}")
                        .setup(OWN + FILL + "COMMENT ON TABLE {s}.{x} IS 'mine'; COMMENT ON COLUMN {s}.{x}.q IS 'c';"
                                + "CREATE INDEX {w} ON {s}.{x} (v); GRANT SELECT, INSERT ON {s}.{x} TO fuzz_reader;"
                                + "GRANT UPDATE (v) ON {s}.{x} TO PUBLIC; ALTER TABLE {s}.{x} SET (fillfactor = 50);"
                                + "ALTER TABLE {s}.{x} ENABLE ROW LEVEL SECURITY;"
                                + "CREATE POLICY {v} ON {s}.{x} FOR SELECT TO fuzz_reader USING (id > 0)")
                        .must(OWN)
                        .or(
                                OWN.replace("numeric(8,3)", "numeric(8,2)"),
                                "*column {s}.{x}.q",
                                "!{s}.{x}.q VALUES_CHANGED 120")
                        .or(OWN.replace(" DEFAULT 'd'", ""), "*column {s}.{x}.v")
                        .or(OWN.replace("CREATE TABLE", "CREATE UNLOGGED TABLE"), "*table {s}.{x}")
                        .or(
                                OWN.replace("v text DEFAULT 'd', q numeric(8,3)", "q numeric(8,3), v text DEFAULT 'd'"),
                                "~column order {s}.{x}")
                        .undo("COMMENT ON TABLE {s}.{x} IS 'mine'", "-comment on table {s}.{x}")
                        .undo("COMMENT ON COLUMN {s}.{x}.q IS 'c'", "-comment on column {s}.{x}.q")
                        .undo("CREATE INDEX {w} ON {s}.{x} (v)", "-index {s}.{w}")
                        .undo("GRANT SELECT, INSERT ON {s}.{x} TO fuzz_reader", "-grants on table {s}.{x}")
                        .or("GRANT SELECT ON {s}.{x} TO fuzz_reader", "*grants on table {s}.{x}")
                        .or("GRANT ALL ON {s}.{x} TO PUBLIC", "*grants on table {s}.{x}")
                        .undo("GRANT UPDATE (v) ON {s}.{x} TO PUBLIC", "-grants on column {s}.{x}.v")
                        .undo("ALTER TABLE {s}.{x} SET (fillfactor = 50)", "*table {s}.{x}")
                        .undo("ALTER TABLE {s}.{x} ENABLE ROW LEVEL SECURITY", "*table {s}.{x}")
                        .undo(
                                "CREATE POLICY {v} ON {s}.{x} FOR SELECT TO fuzz_reader USING (id > 0)",
                                "-policy {s}.{x}.{v}")
                        .or(
                                "CREATE POLICY {v} ON {s}.{x} FOR SELECT TO fuzz_owner USING (id > 0)",
                                "*policy {s}.{x}.{v}")
                        .undo("ALTER TABLE {s}.{x} OWNER TO CURRENT_USER")
                        .or("ALTER TABLE {s}.{x} OWNER TO fuzz_owner", "*owner of table {s}.{x}")
                        .must("INSERT INTO {s}.{x} (id, v, q) SELECT id, v, q FROM {s}.{z}")
                        .undo("DROP TABLE {s}.{z}", "+table {s}.{z}"),
                up("CREATE TABLE {s}.{z} AS TABLE {s}.{x}; DROP TABLE {s}.{x}")
                        .setup(OWN + FILL)
                        .must(OWN)
                        .undo(refill, "!{s}.{x} ROWS_LOST 120")
                        .or(refill + " WHERE id > 3", "!{s}.{x} ROWS_LOST 3")
                        .or(refill + "; INSERT INTO {s}.{x} VALUES (-1, 'x', 1)", "!{s}.{x} ROWS_LEFT_OVER 1")
                        .or(
                                refill + "; UPDATE {s}.{x} SET id = -id",
                                "!{s}.{x} ROWS_LOST 120",
                                "!{s}.{x} ROWS_LEFT_OVER 120")
                        .or("INSERT INTO {s}.{x} (id, q) SELECT id, q FROM {s}.{z}", "!{s}.{x}.v VALUES_CHANGED 120")
                        .or(
                                refill
                                        + "; UPDATE {s}.{x} a SET v = b.v FROM {s}.{z} b WHERE (a.id, b.id) IN ((1, 2), (2, 1))",
                                "!{s}.{x}.v VALUES_CHANGED 2")
                        .undo("DROP TABLE {s}.{z}", "+table {s}.{z}"),
                up("DROP TABLE {s}.{x}").setup(OWN + FILL).lost("-table {s}.{x}", "!{s}.{x} RELATION_GONE 120"),
                up("DROP TABLE {s}.{x}").setup(OWN).undo(OWN, "-table {s}.{x}"));
    }

    private static List<Change> moved() {
        return List.of(
                up("ALTER TABLE {s}.{x} RENAME TO {z}")
                        .setup(OWN + FILL + "CREATE INDEX {w} ON {s}.{x} (v); COMMENT ON TABLE {s}.{x} IS 'mine'")
                        .undo(
                                "ALTER TABLE {s}.{z} RENAME TO {x}",
                                "-table {s}.{x}",
                                "+table {s}.{z}",
                                "*index {s}.{w}",
                                "!{s}.{x} RELATION_GONE 120"),
                up("CREATE SCHEMA {z}; ALTER TABLE {s}.{x} SET SCHEMA {z}")
                        .setup(OWN + FILL)
                        .undo(
                                "ALTER TABLE {z}.{x} SET SCHEMA {s}; DROP SCHEMA {z}",
                                "-table {s}.{x}",
                                "+table {z}.{x}",
                                "+schema {z}",
                                "!{s}.{x} RELATION_GONE 120"),
                up("ALTER TABLE {s}.{x} RENAME TO {z}; CREATE VIEW {s}.{x} AS SELECT * FROM {s}.{z}")
                        .setup(OWN + FILL)
                        .must("DROP VIEW {s}.{x}; ALTER TABLE {s}.{z} RENAME TO {x}"));
    }

    private static List<Change> properties() {
        String policy = "CREATE POLICY {x} ON {t} ";
        return List.of(
                table("SET (autovacuum_enabled = off)", "RESET (autovacuum_enabled)"),
                table("RESET (autovacuum_vacuum_scale_factor)", "SET (autovacuum_vacuum_scale_factor = 0.5)"),
                table("ENABLE ROW LEVEL SECURITY", "DISABLE ROW LEVEL SECURITY"),
                table("NO FORCE ROW LEVEL SECURITY", "FORCE ROW LEVEL SECURITY"),
                table("REPLICA IDENTITY FULL", "REPLICA IDENTITY NOTHING"),
                up("ALTER TABLE {s}.{x} SET UNLOGGED")
                        .setup(OWN + FILL)
                        .undo("ALTER TABLE {s}.{x} SET LOGGED", "*table {s}.{x}"),
                up("ALTER TABLE {s}.{x} OWNER TO fuzz_owner")
                        .setup(OWN + "GRANT SELECT ON {s}.{x} TO fuzz_reader")
                        .undo("ALTER TABLE {s}.{x} OWNER TO CURRENT_USER", "*owner of table {s}.{x}"),
                up("ALTER TABLE {s}.{y} INHERIT {s}.{x}")
                        .setup("CREATE TABLE {s}.{x} (a int); CREATE TABLE {s}.{y} (a int, b int)")
                        .undo("ALTER TABLE {s}.{y} NO INHERIT {s}.{x}", "*table {s}.{y}", "*column {s}.{y}.a"),
                up("COMMENT ON TABLE {t} IS E'b\\nc'")
                        .setup("COMMENT ON TABLE {t} IS 'a'")
                        .shared()
                        .undo("COMMENT ON TABLE {t} IS 'a'", "*comment on table {t}")
                        .or("COMMENT ON TABLE {t} IS NULL", "-comment on table {t}"),
                up("DROP POLICY {x} ON {t}")
                        .setup(policy + "FOR UPDATE TO fuzz_reader USING ({n} > 0) WITH CHECK ({n} > 1)")
                        .undo(
                                policy + "FOR UPDATE TO fuzz_reader USING ({n} > 0) WITH CHECK ({n} > 1)",
                                "-policy {t}.{x}")
                        .or(policy + "FOR UPDATE TO fuzz_reader USING ({n} > 0)", "*policy {t}.{x}")
                        .or(policy + "FOR UPDATE USING ({n} > 0) WITH CHECK ({n} > 1)", "*policy {t}.{x}")
                        .or(
                                policy
                                        + "AS RESTRICTIVE FOR UPDATE TO fuzz_reader USING ({n} > 0) WITH CHECK ({n} > 1)",
                                "*policy {t}.{x}"));
    }

    private static Change table(String before, String after) {
        return up("ALTER TABLE {t} " + after)
                .setup("ALTER TABLE {t} " + before)
                .undo("ALTER TABLE {t} " + before, "*table {t}");
    }

    private static List<Change> partitions() {
        String parent = "CREATE TABLE {s}.{x} (id int, at date) PARTITION BY RANGE (at);"
                + "CREATE TABLE {s}.{y} PARTITION OF {s}.{x} FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');"
                + "INSERT INTO {s}.{x} SELECT i, date '2020-01-01' + i FROM generate_series(1, 100) i;";
        String attach = "ALTER TABLE {s}.{x} ATTACH PARTITION {s}.{y} FOR VALUES FROM ('2020-01-01') TO ";
        return List.of(
                up("CREATE TABLE {s}.{z} PARTITION OF {s}.{x} FOR VALUES FROM ('2021-01-01') TO ('2022-01-01')")
                        .setup(parent)
                        .undo("DROP TABLE {s}.{z}", "+table {s}.{z}"),
                up("ALTER TABLE {s}.{x} DETACH PARTITION {s}.{y}")
                        .setup(parent)
                        .undo(
                                attach + "('2021-01-01')",
                                "*table {s}.{y}",
                                "*column {s}.{y}.id",
                                "*column {s}.{y}.at",
                                "!{s}.{x} ROWS_LOST 100")
                        .or(attach + "('2021-01-02')", "*table {s}.{y}"),
                up("CREATE TABLE {s}.{z} PARTITION OF {s}.{x} DEFAULT; INSERT INTO {s}.{x} VALUES (7, '2030-01-01')")
                        .setup(parent)
                        .undo("DROP TABLE {s}.{z}", "+table {s}.{z}", "!{s}.{x} ROWS_LEFT_OVER 1"),
                up("DROP TABLE {s}.{y}").setup(parent).lost("-table {s}.{y}", "!{s}.{x} ROWS_LOST 100"),
                up("CREATE INDEX {z} ON {s}.{x} (id)").setup(parent).must("DROP INDEX {s}.{z}"));
    }
}
