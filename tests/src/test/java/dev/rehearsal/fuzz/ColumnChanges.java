package dev.rehearsal.fuzz;

import static dev.rehearsal.fuzz.Change.up;

import java.util.ArrayList;
import java.util.List;

/** Changes to single columns. */
final class ColumnChanges {
    private static final String KEEP = "CREATE TABLE {s}.{z} AS SELECT {n} AS n, %1$s AS v FROM {t}; ";
    private static final String BRING_BACK = "UPDATE {t} SET %1$s = k.v FROM {s}.{z} k WHERE k.n = {t}.{n}";
    private static final String DROP_KEPT = "DROP TABLE {s}.{z}";

    private ColumnChanges() {}

    static List<Change> all() {
        List<Change> all = new ArrayList<>(added());
        all.addAll(dropped());
        all.addAll(properties());
        all.addAll(types());
        all.addAll(lossyTypes());
        all.addAll(generated());
        return all;
    }

    private static List<Change> added() {
        List<Change> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.add(up("ALTER TABLE {t} ADD {x} " + kind.type.replace(" NOT NULL", ""))
                    .shared()
                    .undo("ALTER TABLE {t} DROP {x}", "+column {t}.{x}"));
        }
        all.add(up("ALTER TABLE {t} ADD {x} int NOT NULL DEFAULT 7; COMMENT ON COLUMN {t}.{x} IS 'new';"
                        + "CREATE INDEX {y} ON {t} ({x}); GRANT SELECT ({x}) ON {t} TO fuzz_reader;"
                        + "ALTER TABLE {t} ADD CONSTRAINT {z} CHECK ({x} > 0)")
                .shared()
                .undo("ALTER TABLE {t} DROP {x}", "+column {t}.{x}", "+index {s}.{y}", "+constraint {t}.{z}"));
        all.add(up("ALTER TABLE {t} ADD {x} bigserial").shared().undo("ALTER TABLE {t} DROP {x}", "+column {t}.{x}"));
        all.add(up("ALTER TABLE {t} ADD {x} int GENERATED ALWAYS AS IDENTITY, ADD {y} text COLLATE \"C\"")
                .shared()
                .undo("ALTER TABLE {t} DROP {x}", "+column {t}.{x}")
                .undo("ALTER TABLE {t} DROP {y}", "+column {t}.{y}"));
        return all;
    }

    private static List<Change> dropped() {
        return List.of(
                up(KEEP.formatted("{text}") + "ALTER TABLE {t} DROP {text}")
                        .setup("ALTER TABLE {t} ALTER {text} SET DEFAULT 'd', ALTER {text} SET STORAGE EXTERNAL,"
                                + " ADD {v} int, ADD CONSTRAINT {y} CHECK ({text} <> 'zz');"
                                + "COMMENT ON COLUMN {t}.{text} IS 'it''s'; CREATE INDEX {x} ON {t} ({text});"
                                + "COMMENT ON INDEX {s}.{x} IS 'i'; GRANT SELECT ({text}) ON {t} TO fuzz_reader")
                        .shared()
                        .always("ALTER TABLE {t} ADD {text} text", "~column order {t}")
                        .undo("ALTER TABLE {t} ALTER {text} SET DEFAULT 'd'", "*column {t}.{text}")
                        .undo("ALTER TABLE {t} ALTER {text} SET STORAGE EXTERNAL", "*column {t}.{text}")
                        .undo("COMMENT ON COLUMN {t}.{text} IS 'it''s'", "-comment on column {t}.{text}")
                        .or("COMMENT ON COLUMN {t}.{text} IS 'its'", "*comment on column {t}.{text}")
                        .undo("GRANT SELECT ({text}) ON {t} TO fuzz_reader", "-grants on column {t}.{text}")
                        .or("GRANT UPDATE ({text}) ON {t} TO fuzz_reader", "*grants on column {t}.{text}")
                        .undo("ALTER TABLE {t} ADD CONSTRAINT {y} CHECK ({text} <> 'zz')", "-constraint {t}.{y}")
                        .or(
                                "ALTER TABLE {t} ADD CONSTRAINT {y} CHECK ({text} <> 'zz') NOT VALID",
                                "*constraint {t}.{y}")
                        .undo("CREATE INDEX {x} ON {t} ({text}); COMMENT ON INDEX {s}.{x} IS 'i'", "-index {s}.{x}")
                        .or("CREATE INDEX {x} ON {t} ({text})", "-comment on index {s}.{x}")
                        .or("CREATE INDEX {x} ON {t} ({text} DESC); COMMENT ON INDEX {s}.{x} IS 'i'", "*index {s}.{x}")
                        .undo(BRING_BACK.formatted("{text}"), "!{t}.{text} VALUES_CHANGED {#text}")
                        .or(BRING_BACK.formatted("{text}") + " AND k.n > 4", "!{t}.{text} VALUES_CHANGED 4")
                        .or(
                                BRING_BACK.formatted("{text}") + "; UPDATE {t} SET {text} = '' WHERE {text} IS NULL",
                                "!{t}.{text} VALUES_CHANGED {1/8}")
                        .undo(DROP_KEPT, "+table {s}.{z}"),
                up("ALTER TABLE {t} DROP {vc}").shared().lost("-column {t}.{vc}", "!{t}.{vc} RELATION_GONE {#vc}"),
                up("ALTER TABLE {t} RENAME {vc} TO {x}")
                        .setup("COMMENT ON COLUMN {t}.{vc} IS 'moves along'")
                        .shared()
                        .undo(
                                "ALTER TABLE {t} RENAME {x} TO {vc}",
                                "-column {t}.{vc}",
                                "+column {t}.{x}",
                                "!{t}.{vc} RELATION_GONE {#vc}")
                        .or(
                                "ALTER TABLE {t} RENAME {x} TO {y}",
                                "-column {t}.{vc}",
                                "+column {t}.{y}",
                                "!{t}.{vc} RELATION_GONE {#vc}"),
                up("ALTER TABLE {t} RENAME {full} TO {x}")
                        .shared()
                        .undo(
                                "ALTER TABLE {t} RENAME {x} TO {full}",
                                "-column {t}.{full}",
                                "+column {t}.{x}",
                                "!{t}.{full} RELATION_GONE {rows}"));
    }

    private static List<Change> properties() {
        List<Change> all = new ArrayList<>();
        all.add(property("{int}", "SET DEFAULT 5", "DROP DEFAULT")
                .or("ALTER TABLE {t} ALTER {int} SET DEFAULT 6", "*column {t}.{int}"));
        all.add(property("{text}", "SET DEFAULT 'a'", "SET DEFAULT 'b'")
                .or("ALTER TABLE {t} ALTER {text} DROP DEFAULT", "*column {t}.{text}"));
        all.add(property("{tz}", "DROP DEFAULT", "SET DEFAULT now()"));
        all.add(property("{num}", "DROP NOT NULL", "SET NOT NULL"));
        all.add(property("{full}", "SET NOT NULL", "DROP NOT NULL"));
        all.add(property("{jsonb}", "SET STORAGE MAIN", "SET STORAGE EXTERNAL")
                .or("ALTER TABLE {t} ALTER {jsonb} SET STORAGE EXTENDED", "*column {t}.{jsonb}"));
        all.add(property("{big}", "SET STATISTICS 200", "SET STATISTICS 300")
                .or("ALTER TABLE {t} ALTER {big} SET STATISTICS -1", "*column {t}.{big}"));
        all.add(property("{vc}", "SET (n_distinct = 5)", "RESET (n_distinct)")
                .or("ALTER TABLE {t} ALTER {vc} SET (n_distinct = 6)", "*column {t}.{vc}"));
        all.add(property("{bytes}", "SET COMPRESSION pglz", "SET COMPRESSION default"));
        all.add(property("{text}", "TYPE text", "TYPE text COLLATE \"C\"")
                .or("ALTER TABLE {t} ALTER {text} TYPE text COLLATE \"POSIX\"", "*column {t}.{text}"));
        all.add(up("COMMENT ON COLUMN {t}.{day} IS 'two'")
                .setup("COMMENT ON COLUMN {t}.{day} IS 'one'")
                .shared()
                .undo("COMMENT ON COLUMN {t}.{day} IS 'one'", "*comment on column {t}.{day}")
                .or("COMMENT ON COLUMN {t}.{day} IS NULL", "-comment on column {t}.{day}"));
        all.add(up("COMMENT ON COLUMN {t}.{day} IS E'two\\n<b>'")
                .shared()
                .undo("COMMENT ON COLUMN {t}.{day} IS NULL", "+comment on column {t}.{day}"));
        return all;
    }

    private static Change property(String column, String before, String after) {
        String alter = "ALTER TABLE {t} ALTER " + column + " ";
        return up(alter + after).setup(alter + before).shared().undo(alter + before, "*column {t}." + column);
    }

    private static List<Change> types() {
        return List.of(
                type("int", "int", "bigint").or("ALTER TABLE {t} ALTER {int} TYPE numeric", "*column {t}.{int}"),
                type("small", "smallint", "int"),
                type("vc", "varchar(40)", "text").or("ALTER TABLE {t} ALTER {vc} TYPE varchar(39)", "*column {t}.{vc}"),
                type("text", "text", "varchar(100)"),
                type("chr", "char(6)", "text"),
                type("arr", "int[]", "bigint[]"),
                type("uuid", "uuid USING {uuid}::uuid", "text"),
                type("int", "int USING {int}::int", "text"),
                type("day", "date", "timestamp"),
                type("inet", "inet USING {inet}::inet", "text"),
                type("real", "real", "double precision"),
                type("num", "numeric(14,4)", "numeric(16,4)"),
                type("bytes", "bytea USING {bytes}::bytea", "text"),
                type("bits", "bit(8)", "varbit"),
                type("tz", "timestamptz USING {tz} AT TIME ZONE 'UTC'", "timestamp USING {tz} AT TIME ZONE 'UTC'")
                        .or(
                                "ALTER TABLE {t} ALTER {tz} TYPE timestamptz USING {tz} AT TIME ZONE 'Asia/Tokyo'",
                                "!{t}.{tz} VALUES_CHANGED {#tz}"),
                type("bool", "boolean USING {bool} <> 0", "int USING {bool}::int")
                        .or(
                                "ALTER TABLE {t} ALTER {bool} TYPE boolean USING {bool} = 0",
                                "!{t}.{bool} VALUES_CHANGED {#bool}"));
    }

    /** A change of type without loss; the first wrong undo, to forget it, is left out where values read otherwise. */
    private static Change type(String column, String old, String now) {
        String alter = "ALTER TABLE {t} ALTER {" + column + "} TYPE ";
        boolean sameText = !List.of("bool", "day", "tz").contains(column);
        Change change = up(alter + now).shared();
        return sameText ? change.undo(alter + old, "*column {t}.{" + column + "}") : change.must(alter + old);
    }

    private static List<Change> lossyTypes() {
        return List.of(
                lossy("num", "numeric(14,4)", "numeric(14,2)", "{3/4}"),
                lossy("ts", "timestamp", "date", "{rows}"),
                lossy("dbl", "double precision", "real", "{2/3}"),
                lossy("json", "json", "jsonb", "{#json}"),
                lossy("iv", "interval", "interval hour", "0")
                        .or(
                                BRING_BACK.formatted("{iv}")
                                        + "; UPDATE {t} SET {iv} = {iv} + '1 microsecond' WHERE {n} <= 3",
                                "!{t}.{iv} VALUES_CHANGED 3",
                                "+table {s}.{z}"));
    }

    private static Change lossy(String name, String old, String now, String lost) {
        String column = "{" + name + "}";
        String alter = "ALTER TABLE {t} ALTER " + column + " TYPE ";
        String told = "!{t}." + column + " VALUES_CHANGED " + lost;
        return up(KEEP.formatted(column) + alter + now)
                .shared()
                .must(alter + old)
                .undo(BRING_BACK.formatted(column), lost.equals("0") ? new String[0] : new String[] {told})
                .undo(DROP_KEPT, "+table {s}.{z}");
    }

    private static List<Change> generated() {
        return List.of(
                up("ALTER TABLE {t} ALTER {x} DROP IDENTITY")
                        .setup("ALTER TABLE {t} ADD {x} int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME {s}.{y})")
                        .undo(
                                "ALTER TABLE {t} ALTER {x} ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME {s}.{y});"
                                        + "SELECT setval({'y}, {rows})",
                                "*column {t}.{x}",
                                "-sequence {s}.{y}")
                        .or(
                                "ALTER TABLE {t} ALTER {x} ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME {s}.{y})",
                                "!{s}.{y} SEQUENCE_BACKWARDS {rows}")
                        .or(
                                "ALTER TABLE {t} ALTER {x} ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME {s}.{y});"
                                        + "SELECT setval({'y}, {rows} - 5)",
                                "!{s}.{y} SEQUENCE_BACKWARDS 5")
                        .or(
                                "ALTER TABLE {t} ALTER {x} ADD GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME {s}.{y});"
                                        + "SELECT setval({'y}, {rows} + 5)",
                                "*column {t}.{x}"),
                up("ALTER TABLE {t} ALTER {x} SET GENERATED BY DEFAULT")
                        .setup("ALTER TABLE {t} ADD {x} int GENERATED ALWAYS AS IDENTITY")
                        .undo("ALTER TABLE {t} ALTER {x} SET GENERATED ALWAYS", "*column {t}.{x}"),
                up("ALTER TABLE {t} ALTER {x} DROP EXPRESSION")
                        .setup("ALTER TABLE {t} ADD {x} int GENERATED ALWAYS AS ({int} * 2) STORED")
                        .undo(
                                "ALTER TABLE {t} DROP {x}, ADD {x} int GENERATED ALWAYS AS ({int} * 2) STORED",
                                "*column {t}.{x}")
                        .or(
                                "ALTER TABLE {t} DROP {x}, ADD {x} int GENERATED ALWAYS AS ({int} * 3) STORED",
                                "*column {t}.{x}",
                                "!{t}.{x} VALUES_CHANGED {#int}"));
    }
}
