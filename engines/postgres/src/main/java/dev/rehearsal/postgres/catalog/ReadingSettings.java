package dev.rehearsal.postgres.catalog;

import dev.rehearsal.schema.QualifiedName;
import java.util.Collection;
import java.util.stream.Collectors;

/** What is set for the transaction that reads the catalogue, so that the same catalogue always gives the same text. */
final class ReadingSettings {
    /**
     * Names come qualified, times in UTC, numbers exact; no just-in-time compiler for queries of milliseconds, and no
     * long search for the best order of their joins: with 8 tables a snapshot takes 57 instead of 85 ms, with 1,000 as
     * long as before.
     */
    private static final String SETTINGS = """
            SET TRANSACTION READ ONLY;
            SET LOCAL search_path = '';
            SET LOCAL TimeZone = 'UTC';
            SET LOCAL DateStyle = 'ISO, YMD';
            SET LOCAL IntervalStyle = 'postgres';
            SET LOCAL extra_float_digits = 1;
            SET LOCAL bytea_output = 'hex';
            SET LOCAL lc_monetary = 'C';
            SET LOCAL xmloption = 'content';
            SET LOCAL quote_all_identifiers = off;
            SET LOCAL standard_conforming_strings = on;
            SET LOCAL row_security = on;
            SET LOCAL jit = off;
            SET LOCAL join_collapse_limit = 4;
            SET LOCAL from_collapse_limit = 4;
            SET LOCAL lock_timeout = '60s';
            SET LOCAL statement_timeout = '300s';
            """;

    /** The members of extensions and the runner's tables, and all that hangs on them however deep. */
    private static final String EXCLUDED = """
            SELECT set_config('{setting}', (
                WITH RECURSIVE gone (classid, objid) AS (
                    SELECT d.classid, d.objid FROM pg_depend d
                    WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
                    UNION
                    SELECT 'pg_class'::regclass, c.oid
                    FROM pg_class c
                    JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.relpersistence = 't' OR (n.nspname, c.relname) IN ({ignored})
                    UNION
                    SELECT d.classid, d.objid FROM gone g
                    JOIN pg_depend d ON d.refclassid = g.classid AND d.refobjid = g.objid AND d.deptype IN ('a', 'i')
                )
                SELECT COALESCE(array_agg(DISTINCT objid), '{}')::text FROM gone
            ), true);
            """;

    private ReadingSettings() {}

    /**
     * {@return the statements that open the reading transaction}
     *
     * @param ignored tables that are not the user's
     */
    static String opening(Collection<QualifiedName> ignored) {
        String names = ignored.stream()
                .map(table -> "(" + literal(table.schema()) + ", " + literal(table.name()) + ")")
                .collect(Collectors.joining(", "));
        return SETTINGS
                + EXCLUDED.replace("{setting}", SharedSql.EXCLUDED_SETTING)
                        .replace("{ignored}", names.isEmpty() ? "('', '')" : names);
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
