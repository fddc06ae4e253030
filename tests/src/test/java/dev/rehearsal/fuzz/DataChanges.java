package dev.rehearsal.fuzz;

import static dev.rehearsal.fuzz.Change.up;

import java.util.ArrayList;
import java.util.List;

/** Changes to rows, and to what a sequence gives next. */
final class DataChanges {
    private static final String OWN = "CREATE TABLE {s}.{x} (id int PRIMARY KEY, v text);"
            + "INSERT INTO {s}.{x} SELECT i, 'v' || i FROM generate_series(1, 50) i;";
    private static final String KEYLESS = OWN.replace(" PRIMARY KEY", "");

    private DataChanges() {}

    static List<Change> all() {
        List<Change> all = new ArrayList<>(values());
        all.addAll(rows());
        all.addAll(sequences());
        TWINS.forEach(twin -> all.add(twin(twin[0], twin[1], twin[2], twin.length == 3)));
        return all;
    }

    private static List<Change> values() {
        return List.of(
                up("UPDATE {t} SET {int} = {int} + 1")
                        .undo("UPDATE {t} SET {int} = {int} - 1", "!{t}.{int} VALUES_CHANGED {#int}")
                        .or("UPDATE {t} SET {int} = {int} - 1 WHERE {n} > 4", "!{t}.{int} VALUES_CHANGED 4")
                        .or("UPDATE {t} SET {int} = {int} - 2", "!{t}.{int} VALUES_CHANGED {#int}")
                        .or("UPDATE {t} SET {int} = NULL", "!{t}.{int} VALUES_CHANGED {#int}"),
                up("UPDATE {t} SET {text} = '' WHERE {text} IS NULL")
                        .undo("UPDATE {t} SET {text} = NULL WHERE {text} = ''", "!{t}.{text} VALUES_CHANGED {1/8}")
                        .or("UPDATE {t} SET {text} = ' ' WHERE {text} = ''", "!{t}.{text} VALUES_CHANGED {1/8}"),
                up("UPDATE {t} SET {text} = {vc}, {vc} = {text}")
                        .onKeyed()
                        .undo(
                                "UPDATE {t} SET {text} = {vc}, {vc} = {text}",
                                "!{t}.{text} VALUES_CHANGED {39/40}",
                                "!{t}.{vc} VALUES_CHANGED {39/40}"),
                up("UPDATE {t} SET {int} = CASE {n} WHEN 1 THEN 14 ELSE 7 END WHERE {n} <= 2")
                        .onKeyed()
                        .undo("UPDATE {t} SET {int} = 7 * {n} WHERE {n} <= 2", "!{t}.{int} VALUES_CHANGED 2"),
                up("UPDATE {t} SET {any} = {any} + 1")
                        .undo("UPDATE {t} SET {any} = {any} - 1", "!{t}.{any} VALUES_CHANGED {#any}")
                        .or("UPDATE {t} SET {any} = trim_scale({any} - 1)", "!{t}.{any} VALUES_CHANGED {#any}")
                        .or("UPDATE {t} SET {any} = {any} - 1.0")
                        .or("UPDATE {t} SET {any} = {any} - 1.000", "!{t}.{any} VALUES_CHANGED {#any}"),
                up("UPDATE {t} SET {big} = {big} + 4294967296")
                        .undo("UPDATE {t} SET {big} = {big} - 4294967296", "!{t}.{big} VALUES_CHANGED {#big}"),
                up("UPDATE {t} SET {tz} = {tz} + interval '1 microsecond'")
                        .undo("UPDATE {t} SET {tz} = {tz} - interval '1 microsecond'", "!{t}.{tz} VALUES_CHANGED {#tz}")
                        .or(
                                "SET LOCAL TimeZone = 'Asia/Tokyo'; UPDATE {t} SET {tz} = {tz} - interval '1 microsecond'"));
    }

    private static List<Change> rows() {
        return List.of(
                up("INSERT INTO {s}.{x} VALUES (-1, 'a'), (-2, 'b'), (-3, NULL)")
                        .setup(OWN)
                        .undo("DELETE FROM {s}.{x} WHERE id < 0", "!{s}.{x} ROWS_LEFT_OVER 3")
                        .or("DELETE FROM {s}.{x} WHERE v IN ('a', 'b')", "!{s}.{x} ROWS_LEFT_OVER 1")
                        .or("DELETE FROM {s}.{x} WHERE id < 2", "!{s}.{x} ROWS_LOST 1")
                        .or("TRUNCATE {s}.{x}", "!{s}.{x} ROWS_LOST 50"),
                up("CREATE TABLE {s}.{z} AS SELECT * FROM {s}.{x} WHERE id > 40; DELETE FROM {s}.{x} WHERE id > 40")
                        .setup(OWN)
                        .undo("INSERT INTO {s}.{x} SELECT * FROM {s}.{z}", "!{s}.{x} ROWS_LOST 10")
                        .or("INSERT INTO {s}.{x} SELECT * FROM {s}.{z} WHERE id < 50", "!{s}.{x} ROWS_LOST 1")
                        .or("INSERT INTO {s}.{x} SELECT id, upper(v) FROM {s}.{z}", "!{s}.{x}.v VALUES_CHANGED 10")
                        .undo("DROP TABLE {s}.{z}", "+table {s}.{z}"),
                up("UPDATE {s}.{x} SET id = id + 1000")
                        .setup(OWN)
                        .undo(
                                "UPDATE {s}.{x} SET id = id - 1000",
                                "!{s}.{x} ROWS_LOST 50",
                                "!{s}.{x} ROWS_LEFT_OVER 50")
                        .or(
                                "UPDATE {s}.{x} SET id = id - 999",
                                "!{s}.{x} ROWS_LOST 1",
                                "!{s}.{x} ROWS_LEFT_OVER 1",
                                "!{s}.{x}.v VALUES_CHANGED 49"),
                up("INSERT INTO {s}.{x} SELECT * FROM {s}.{x} WHERE id <= 5")
                        .setup(KEYLESS)
                        .undo(
                                "DELETE FROM {s}.{x} a USING {s}.{x} b WHERE a.id = b.id AND a.ctid > b.ctid",
                                "!{s}.{x} ROWS_LEFT_OVER 5")
                        .or("DELETE FROM {s}.{x} WHERE id <= 5", "!{s}.{x} ROWS_LOST 5"),
                up("UPDATE {s}.{x} SET v = CASE id WHEN 1 THEN 'v2' ELSE 'v1' END WHERE id <= 2")
                        .setup(KEYLESS)
                        .undo("UPDATE {s}.{x} SET v = 'v' || id WHERE id <= 2", "!{s}.{x} VALUES_CHANGED 2"),
                up("DELETE FROM {s}.{x}; INSERT INTO {s}.{x} SELECT i, 'v' || i FROM generate_series(1, 50) i")
                        .setup(OWN)
                        .must("SELECT 1"),
                up("DELETE FROM {s}.{x} WHERE id = 1").setup(OWN).lost("!{s}.{x} ROWS_LOST 1"),
                up("TRUNCATE {s}.{x}").setup(OWN).lost("!{s}.{x} ROWS_LOST 50"));
    }

    private static List<Change> sequences() {
        String serial = "CREATE TABLE {s}.{x} (id int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME {s}.{y}), v int);"
                + "INSERT INTO {s}.{x} (v) SELECT i FROM generate_series(1, 30) i;";
        return List.of(up("INSERT INTO {s}.{x} (v) VALUES (0)")
                .setup(serial)
                .undo("DELETE FROM {s}.{x} WHERE v = 0", "!{s}.{x} ROWS_LEFT_OVER 1")
                .undo("SELECT 1")
                .or("SELECT setval({'y}, 12)", "!{s}.{y} SEQUENCE_BACKWARDS 18")
                .or("ALTER SEQUENCE {s}.{y} RESTART", "!{s}.{y} SEQUENCE_BACKWARDS 30")
                .or("SELECT setval({'y}, 30, false)", "!{s}.{y} SEQUENCE_BACKWARDS 1")
                .or("SELECT setval({'y}, 31, false)")
                .or("SELECT setval({'y}, 30)"));
    }

    /** Type, a value, and one that must be told from it; a fourth word says that the two are the same. */
    private static final List<String[]> TWINS = List.of(
            new String[] {"numeric", "1.0", "1.00"},
            new String[] {"numeric", "'NaN'", "NULL"},
            new String[] {"double precision", "'0'", "'-0'"},
            new String[] {"double precision", "'Infinity'", "'-Infinity'"},
            new String[] {"real", "'0.1'", "'0.10000001'"},
            new String[] {"bigint", "1", "4294967296"},
            new String[] {"text", "''", "NULL"},
            new String[] {"text", "'a'", "'a '"},
            new String[] {"text", "E'\\u00e9'", "E'e\\u0301'"},
            new String[] {"text", "E'a\\nb'", "E'a\\r\\nb'"},
            new String[] {"char(5)", "'a'", "'a  '", "same"},
            new String[] {"varchar", "'A'", "'a'"},
            new String[] {"bytea", "'\\x00'", "'\\x0000'"},
            new String[] {"interval", "'24:00:00'", "'1 day'"},
            new String[] {"interval", "'1 mon'", "'30 days'"},
            new String[] {"timestamptz", "'2020-01-01 00:00+00'", "'2020-01-01 01:00+01'", "same"},
            new String[] {"timetz", "'00:00+00'", "'01:00+01'"},
            new String[] {"timestamp", "'infinity'", "'-infinity'"},
            new String[] {"date", "'2020-02-29'", "'2020-02-28'"},
            new String[] {"jsonb", "'{\"a\":1, \"b\":2}'", "'{\"b\":2,\"a\":1}'", "same"},
            new String[] {"jsonb", "'1'", "'1.0'"},
            new String[] {"jsonb", "'null'", "NULL"},
            new String[] {"json", "'{\"a\":1}'", "'{\"a\": 1}'"},
            new String[] {"int[]", "'{1,2}'", "'[0:1]={1,2}'"},
            new String[] {"int[]", "'{NULL}'", "'{}'"},
            new String[] {"text[]", "'{\"\"}'", "'{NULL}'"},
            new String[] {"int4range", "'[1,3]'", "'[1,4)'", "same"},
            new String[] {"numrange", "'[1,3]'", "'[1,3)'"},
            new String[] {"inet", "'10.0.0.1'", "'10.0.0.1/24'"},
            new String[] {"bit varying", "'01'", "'010'"},
            new String[] {
                "uuid", "'00000000-0000-0000-0000-000000000001'", "'{00000000000000000000000000000001}'", "same"
            },
            new String[] {"xml", "'<a/>'", "'<a></a>'"},
            new String[] {"tsvector", "'a:1'", "'a:2'"},
            new String[] {"point", "'(0,0)'", "'(-0,0)'"},
            new String[] {"box", "'(1,1),(0,0)'", "'(0,0),(1,1)'", "same"},
            new String[] {"oid", "1", "2"},
            new String[] {"money", "'1'", "'1.01'"},
            new String[] {"macaddr", "'08:00:2b:01:02:03'", "'0800.2b01.0203'", "same"},
            new String[] {"int4multirange", "'{[1,3)}'", "'{[1,2),[2,3)}'", "same"});

    private static Change twin(String type, String one, String other, boolean differ) {
        String set = "UPDATE {s}.{x} SET v = %s::" + type + " WHERE id = 1";
        return up(set.formatted(other))
                .setup("CREATE TABLE {s}.{x} (id int PRIMARY KEY, v " + type + ");INSERT INTO {s}.{x} VALUES (1, " + one
                        + "), (2, " + one + "), (3, NULL)")
                .undo(set.formatted(one), differ ? new String[] {"!{s}.{x}.v VALUES_CHANGED 1"} : new String[0]);
    }
}
