package dev.rehearsal.postgres.inspect;

import dev.rehearsal.inspection.Question;
import java.util.List;

/** What a PostgreSQL is asked, and what helps against what is found. */
public final class PostgresQuestions {
    /** Whether an index is kept up to date and not used. */
    public static final Question INVALID_INDEX = new Question(
            "invalid-index",
            "no index is invalid",
            "DROP INDEX CONCURRENTLY it, and build it again: it costs every write and serves no query.",
            true);

    /** Whether a constraint promises nothing about older rows. */
    public static final Question NOT_VALIDATED = new Question(
            "not-validated",
            "every constraint is validated",
            "Correct the rows that violate it, then VALIDATE CONSTRAINT.",
            true);

    /** Whether a sequence would hand out a number that is in use. */
    public static final Question SEQUENCES = Question.of(
            "sequences",
            "every sequence is ahead of its column",
            "Set it by setval to the highest value in the column.");

    static final Question STATISTICS =
            Question.of("statistics", "the planner's statistics are fresh", "ANALYZE the table.");
    static final Question DEAD_ROWS = Question.of(
            "dead-rows", "dead rows are few", "VACUUM the table, and look for what keeps autovacuum from it.");
    static final Question BLOAT = Question.of(
            "bloat",
            "tables are not much larger than their rows",
            "Rewrite it in a maintenance window, or by pg_repack.");
    static final Question FOREIGN_KEY_INDEX = Question.of(
            "foreign-key-index",
            "every foreign key has an index",
            "CREATE INDEX CONCURRENTLY on its columns, in a migration of its own.");
    static final Question SCANS =
            Question.of("scans", "large tables are not read from end to end", "Look for the query without an index.");
    static final Question UNUSED_INDEX = Question.of(
            "unused-index", "every index is used", "Drop it once it has not been used for a whole business cycle.");
    static final Question SLOW_STATEMENTS = Question.of(
            "slow-statements", "the slowest statements are known", "Compare them with those before the deployment.");

    /** All of them, with the core's, in the order in which they are told. */
    public static final List<Question> ALL = List.of(
            Question.VERSIONS,
            Question.SCHEMA,
            INVALID_INDEX,
            NOT_VALIDATED,
            Question.NULLS,
            SEQUENCES,
            STATISTICS,
            DEAD_ROWS,
            BLOAT,
            FOREIGN_KEY_INDEX,
            SCANS,
            UNUSED_INDEX,
            SLOW_STATEMENTS);

    private PostgresQuestions() {}
}
