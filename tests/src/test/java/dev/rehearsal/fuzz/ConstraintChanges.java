package dev.rehearsal.fuzz;

import static dev.rehearsal.fuzz.Change.up;

import java.util.ArrayList;
import java.util.List;

/** Changes to constraints and indexes. */
final class ConstraintChanges {
    private ConstraintChanges() {}

    static List<Change> all() {
        List<Change> all = new ArrayList<>();
        all.addAll(both("CHECK ({int} > 0)", "CHECK ({int} > -1)", "CHECK ({int} > 0) NOT VALID"));
        all.addAll(both(
                "CHECK ({int} > 0 AND ({int} < 999999 OR {int} <> 5))",
                "CHECK (({int} > 0 AND {int} < 999999) OR {int} <> 5)"));
        all.addAll(both(
                "UNIQUE ({big})",
                "UNIQUE ({big}) DEFERRABLE",
                "UNIQUE ({big}, {text})",
                "UNIQUE ({big}) INCLUDE ({text})"));
        all.addAll(both("UNIQUE ({uuid}) WITH (fillfactor = 70)", "UNIQUE ({uuid})"));
        all.addAll(both(
                "EXCLUDE USING gist ({range} WITH =)",
                "EXCLUDE USING gist ({range} WITH =) WHERE (NOT isempty({range}))"));
        all.addAll(foreignKeys());
        all.addAll(others());
        for (String[] index : INDEXES) {
            all.add(created(index));
            all.add(droppedIndex(index));
        }
        all.addAll(indexProperties());
        return all;
    }

    private static List<Change> both(String constraint, String... others) {
        String add = "ALTER TABLE {t} ADD CONSTRAINT {x} ";
        String drop = "ALTER TABLE {t} DROP CONSTRAINT {x}";
        String renamed = "ALTER TABLE {t} ADD CONSTRAINT {y} " + constraint;
        Change dropped = up(drop).setup(add + constraint)
                .shared()
                .undo(add + constraint, "-constraint {t}.{x}")
                .or(renamed, "~constraint {t}.{x}");
        for (String other : others) {
            dropped = dropped.or(add + other, "*constraint {t}.{x}");
        }
        Change commented = up(drop).setup(add + constraint + "; COMMENT ON CONSTRAINT {x} ON {t} IS 'why'")
                .shared()
                .must(add + constraint)
                .undo("COMMENT ON CONSTRAINT {x} ON {t} IS 'why'", "-comment on constraint {t}.{x}")
                .or("COMMENT ON CONSTRAINT {x} ON {t} IS 'whY'", "*comment on constraint {t}.{x}");
        Change named = up("ALTER TABLE {t} RENAME CONSTRAINT {x} TO {y}")
                .setup(add + constraint)
                .shared()
                .undo("ALTER TABLE {t} RENAME CONSTRAINT {y} TO {x}", "~constraint {t}.{x}");
        return List.of(up(add + constraint).shared().undo(drop, "+constraint {t}.{x}"), dropped, commented, named);
    }

    private static List<Change> foreignKeys() {
        String target = "ALTER TABLE {t2} ADD CONSTRAINT {w} UNIQUE ({n2}); ";
        String add = "ALTER TABLE {t} ADD CONSTRAINT {x} FOREIGN KEY ({n}) REFERENCES {t2} ({n2})";
        String alter = "ALTER TABLE {t} ALTER CONSTRAINT {x} ";
        return List.of(
                up(add).setup(target).undo("ALTER TABLE {t} DROP CONSTRAINT {x}", "+constraint {t}.{x}"),
                up("ALTER TABLE {t} DROP CONSTRAINT {x}")
                        .setup(target + add + " ON DELETE SET NULL ON UPDATE CASCADE")
                        .undo(add + " ON DELETE SET NULL ON UPDATE CASCADE", "-constraint {t}.{x}")
                        .or(add, "*constraint {t}.{x}")
                        .or(add + " ON DELETE SET NULL", "*constraint {t}.{x}")
                        .or(add + " ON DELETE SET NULL ON UPDATE CASCADE NOT VALID", "*constraint {t}.{x}")
                        .or(add.replace("{x}", "{y}") + " ON DELETE SET NULL ON UPDATE CASCADE", "~constraint {t}.{x}"),
                up(alter + "DEFERRABLE INITIALLY DEFERRED")
                        .setup(target + add)
                        .undo(alter + "NOT DEFERRABLE", "*constraint {t}.{x}")
                        .or(alter + "DEFERRABLE INITIALLY IMMEDIATE", "*constraint {t}.{x}"));
    }

    private static List<Change> others() {
        String own = "CREATE TABLE {s}.{x} (id int CONSTRAINT {y} PRIMARY KEY, v text);"
                + "INSERT INTO {s}.{x} SELECT i, 'v' || i FROM generate_series(1, 40) i";
        return List.of(
                up("ALTER TABLE {s}.{x} DROP CONSTRAINT {y}")
                        .setup(own)
                        .undo("ALTER TABLE {s}.{x} ADD CONSTRAINT {y} PRIMARY KEY (id)", "-constraint {s}.{x}.{y}")
                        .or("ALTER TABLE {s}.{x} ADD CONSTRAINT {z} PRIMARY KEY (id)", "~constraint {s}.{x}.{y}")
                        .or(
                                "ALTER TABLE {s}.{x} ADD CONSTRAINT {y} PRIMARY KEY (id) DEFERRABLE",
                                "*constraint {s}.{x}.{y}")
                        .or("CREATE UNIQUE INDEX {z} ON {s}.{x} (id)", "-constraint {s}.{x}.{y}", "+index {s}.{z}"),
                up("ALTER TABLE {t} VALIDATE CONSTRAINT {x}")
                        .setup("ALTER TABLE {t} ADD CONSTRAINT {x} CHECK ({big} > 0) NOT VALID")
                        .shared()
                        .undo(
                                "ALTER TABLE {t} DROP CONSTRAINT {x}, ADD CONSTRAINT {x} CHECK ({big} > 0) NOT VALID",
                                "*constraint {t}.{x}"),
                up("ALTER TABLE {t} DROP CONSTRAINT {x}; CREATE UNIQUE INDEX {y} ON {t} ({big})")
                        .setup("ALTER TABLE {t} ADD CONSTRAINT {x} UNIQUE ({big})")
                        .shared()
                        .undo("ALTER TABLE {t} ADD CONSTRAINT {x} UNIQUE ({big})", "-constraint {t}.{x}")
                        .undo("DROP INDEX {s}.{y}", "+index {s}.{y}"));
    }

    /** A definition, and others that a hasty author takes for the same. */
    private static final List<String[]> INDEXES = List.of(
            new String[] {"({int})", "({int} DESC)", "({int} NULLS FIRST)", "USING hash ({int})"},
            new String[] {"(lower({text}))", "(upper({text}))", "({text})"},
            new String[] {
                "({int}, {big}) WHERE {int} > 0", "({int}, {big}) WHERE {int} >= 0", "({big}, {int}) WHERE {int} > 0"
            },
            new String[] {"({int}) INCLUDE ({big})", "({int})", "({int}, {big})"},
            new String[] {"USING gin ({jsonb})", "USING gin ({jsonb} jsonb_path_ops)"},
            new String[] {"USING gin ({tarr}) WITH (fastupdate = off)", "USING gin ({tarr})"},
            new String[] {"USING brin ({ts}) WITH (pages_per_range = 4)", "USING brin ({ts}) WITH (pages_per_range = 8)"
            },
            new String[] {"({text} COLLATE \"C\")", "({text})", "({text} COLLATE \"POSIX\")"},
            new String[] {"({vc} varchar_pattern_ops)", "({vc})"},
            new String[] {"USING gist ({range})", "USING spgist ({range})"},
            new String[] {"USING gist ({point})", "USING gist ({point}) WHERE {point} IS NOT NULL"},
            new String[] {"(({int} + 1), ({jsonb} ->> 'a'))", "(({int} + 2), ({jsonb} ->> 'a'))"});

    private static Change created(String[] index) {
        return up("CREATE INDEX {x} ON {t} " + index[0]).shared().undo("DROP INDEX {s}.{x}", "+index {s}.{x}");
    }

    private static Change droppedIndex(String[] index) {
        Change change = up("DROP INDEX {s}.{x}")
                .setup("CREATE INDEX {x} ON {t} " + index[0])
                .shared()
                .undo("CREATE INDEX {x} ON {t} " + index[0], "-index {s}.{x}")
                .or("CREATE INDEX {y} ON {t} " + index[0], "~index {s}.{x}")
                .or("CREATE INDEX {x} ON {t} " + index[0] + "; CREATE INDEX {y} ON {t} " + index[0], "+index {s}.{y}");
        for (int i = 1; i < index.length; i++) {
            change = change.or("CREATE INDEX {x} ON {t} " + index[i], "*index {s}.{x}");
        }
        return change;
    }

    private static List<Change> indexProperties() {
        String index = "CREATE UNIQUE INDEX {x} ON {t} ({n}); ";
        return List.of(
                up("ALTER INDEX {s}.{x} SET (fillfactor = 60)")
                        .setup(index)
                        .undo("ALTER INDEX {s}.{x} RESET (fillfactor)", "*index {s}.{x}"),
                up("COMMENT ON INDEX {s}.{x} IS 'b'")
                        .setup(index + "COMMENT ON INDEX {s}.{x} IS 'a'")
                        .undo("COMMENT ON INDEX {s}.{x} IS 'a'", "*comment on index {s}.{x}")
                        .or("COMMENT ON INDEX {s}.{x} IS NULL", "-comment on index {s}.{x}"),
                up("ALTER INDEX {s}.{x} RENAME TO {y}")
                        .setup(index + "COMMENT ON INDEX {s}.{x} IS 'a'")
                        .undo("ALTER INDEX {s}.{y} RENAME TO {x}", "~index {s}.{x}"),
                up("ALTER TABLE {t} CLUSTER ON {x}")
                        .setup(index)
                        .undo("ALTER TABLE {t} SET WITHOUT CLUSTER", "*index {s}.{x}"),
                up("ALTER TABLE {t} REPLICA IDENTITY USING INDEX {x}")
                        .setup(index)
                        .undo("ALTER TABLE {t} REPLICA IDENTITY DEFAULT", "*index {s}.{x}"),
                up("ALTER INDEX {s}.{x} ALTER COLUMN 1 SET STATISTICS 50")
                        .setup("CREATE INDEX {x} ON {t} (({n} + 1))")
                        .undo("ALTER INDEX {s}.{x} ALTER COLUMN 1 SET STATISTICS -1", "*index {s}.{x}"),
                up("REINDEX INDEX {s}.{x}").setup(index).must("SELECT 1"),
                up("DROP INDEX {s}.{x}")
                        .setup(index)
                        .undo(index, "-index {s}.{x}")
                        .or("CREATE INDEX {x} ON {t} ({n})", "*index {s}.{x}"));
    }
}
