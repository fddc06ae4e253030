package dev.rehearsal.inspection;

import java.util.Locale;

/** What a migrated database is asked. */
public enum Question {
    VERSIONS(
            "the rehearsed versions are applied", "Look at the history table, and let the runner finish or repair it."),
    SCHEMA(
            "the schema is the rehearsed one",
            "Find out who changed what, and bring the difference into a migration or out of the database."),
    INVALID_INDEX(
            "no index is invalid",
            "DROP INDEX CONCURRENTLY it, and build it again: it costs every write and serves no query."),
    NOT_VALIDATED("every constraint is validated", "Correct the rows that violate it, then VALIDATE CONSTRAINT."),
    NULLS("required columns hold no NULL", "Fill the column, then SET NOT NULL as it was rehearsed."),
    SEQUENCES("every sequence is ahead of its column", "Set it by setval to the highest value in the column."),
    STATISTICS("the planner's statistics are fresh", "ANALYZE the table."),
    DEAD_ROWS("dead rows are few", "VACUUM the table, and look for what keeps autovacuum from it."),
    BLOAT("tables are not much larger than their rows", "Rewrite it in a maintenance window, or by pg_repack."),
    FOREIGN_KEY_INDEX(
            "every foreign key has an index", "CREATE INDEX CONCURRENTLY on its columns, in a migration of its own."),
    SCANS("large tables are not read from end to end", "Look for the query without an index."),
    UNUSED_INDEX("every index is used", "Drop it once it has not been used for a whole business cycle."),
    SLOW_STATEMENTS("the slowest statements are known", "Compare them with those before the deployment.");

    private final String title;
    private final String remedy;

    Question(String title, String remedy) {
        this.title = title;
        this.remedy = remedy;
    }

    /** {@return the name in files: {@code invalid-index}} */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return what is the case if nothing was found} */
    public String title() {
        return title;
    }

    /** {@return what to do about what was found} */
    public String remedy() {
        return remedy;
    }
}
