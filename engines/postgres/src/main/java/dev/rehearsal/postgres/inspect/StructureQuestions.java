package dev.rehearsal.postgres.inspect;

import dev.rehearsal.result.Severity;
import java.util.List;

/** What the catalogue alone tells. */
final class StructureQuestions {
    private static final String INVALID_INDEXES = """
            SELECT 'index', format('%I.%I', n.nspname, x.relname),
                format('is invalid (on %I.%I)', n.nspname, c.relname)
                    || CASE WHEN i.indisready THEN '; every write still maintains it' ELSE '' END
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
            JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = x.relnamespace
            WHERE NOT i.indisvalid AND {user}
            ORDER BY 2
            """;

    private static final String NOT_VALIDATED = """
            SELECT 'constraint', format('%I.%I.%I', n.nspname, c.relname, k.conname),
                'is NOT VALID: rows from before it may violate it'
            FROM pg_catalog.pg_constraint k
            JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT k.convalidated AND {user}
            ORDER BY 2
            """;

    /** An index serves if its first columns are those of the key, in any order, and it holds every row. */
    private static final String FOREIGN_KEYS = """
            SELECT 'constraint', format('%I.%I.%I', n.nspname, c.relname, k.conname),
                format('no index of %I.%I begins with its columns: each DELETE in the referenced table reads all of it',
                    n.nspname, c.relname)
            FROM pg_catalog.pg_constraint k
            JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE k.contype = 'f' AND k.conparentid = 0 AND {user}
                AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                    WHERE i.indrelid = k.conrelid AND i.indisvalid AND i.indpred IS NULL
                        AND (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(k.conkey)] @> k.conkey)
            ORDER BY 2
            """;

    static final List<Asked> ALL = List.of(
            new Asked(PostgresQuestions.INVALID_INDEX, Severity.ERROR, INVALID_INDEXES),
            new Asked(PostgresQuestions.NOT_VALIDATED, Severity.ERROR, NOT_VALIDATED),
            new Asked(PostgresQuestions.FOREIGN_KEY_INDEX, Severity.WARNING, FOREIGN_KEYS));

    private StructureQuestions() {}
}
