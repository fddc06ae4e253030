package dev.rehearsal.postgres.catalog;

import java.util.List;

/**
 * Constraints and indexes. No definition holds the object's own name, so that one that came back under another name is
 * known as the same. An index that stands for a constraint is part of the constraint's definition.
 */
final class ConstraintQueries {
    /** What can be set on an index {@code i}, whose relation is {@code x}, and its definition does not tell. */
    private static final String INDEX_ATTRIBUTES = """
            'TABLESPACE ' || quote_ident(p.spcname),
            CASE WHEN NOT i.indisvalid THEN 'INVALID' END,
            CASE WHEN i.indisreplident THEN 'REPLICA IDENTITY' END,
            CASE WHEN i.indisclustered THEN 'CLUSTER' END,
            targets.lines
            """;

    private static final String INDEX_JOINS = """
            LEFT JOIN pg_tablespace p ON p.oid = x.reltablespace
            LEFT JOIN (
                SELECT a.attrelid, string_agg(format('ALTER COLUMN %s SET STATISTICS %s', a.attnum, a.attstattarget),
                    E'\\n' ORDER BY a.attnum) AS lines
                FROM pg_attribute a WHERE a.attstattarget >= 0 AND a.attnum > 0
                GROUP BY a.attrelid
            ) targets ON targets.attrelid = x.oid
            """;

    private static final String CONSTRAINTS = """
            SELECT 'constraint', format('%I.%I.%I', n.nspname, c.relname, k.conname),
                concat_ws(E'\\n',
                    pg_get_constraintdef(k.oid),
                    CASE WHEN k.coninhcount > 0
                        THEN CASE WHEN k.conislocal THEN 'INHERITED and local' ELSE 'INHERITED' END END,
                    'DISABLED on ' || disabled.relations,
                    {options},
                    {attributes})
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
            LEFT JOIN pg_class x ON x.oid = i.indexrelid
            LEFT JOIN (
                SELECT t.tgconstraint, string_agg(DISTINCT t.tgrelid::regclass::text, ', ') AS relations
                FROM pg_trigger t WHERE t.tgconstraint <> 0 AND t.tgenabled <> 'O'
                GROUP BY t.tgconstraint
            ) disabled ON disabled.tgconstraint = k.oid
            {joins}
            WHERE k.contype IN ('c', 'f', 'p', 'u', 'x') AND NOT (k.contype = 'f' AND k.conparentid <> 0)
                AND {user} AND c.oid NOT IN {excluded}
            """.replace("{options}", SharedSql.options("WITH", "x.reloptions"))
            .replace("{attributes}", INDEX_ATTRIBUTES)
            .replace("{joins}", INDEX_JOINS);

    private static final String DOMAIN_CONSTRAINTS = """
            SELECT 'constraint', format('%I.%I.%I', n.nspname, t.typname, k.conname), pg_get_constraintdef(k.oid)
            FROM pg_constraint k
            JOIN pg_type t ON t.oid = k.contypid
            JOIN pg_namespace n ON n.oid = t.typnamespace
            WHERE k.contype = 'c' AND {user} AND t.oid NOT IN {excluded}
            """;

    /** Several options stand in the order in which they were set, which means nothing. */
    private static final String SORTED_OPTIONS = """
            (SELECT replace(i.rest, ' WITH (' || string_agg(option, ', ' ORDER BY position) || ')',
                ' WITH (' || string_agg(option, ', ' ORDER BY option) || ')')
            FROM (
                SELECT position, quote_ident(split_part(r, '=', 1)) || '='
                    || CASE quote_ident(value) WHEN value THEN value ELSE quote_literal(value) END AS option
                FROM unnest(x.reloptions) WITH ORDINALITY u (r, position)
                CROSS JOIN LATERAL substr(r, strpos(r, '=') + 1) value
            ) options)
            """;

    private static final String INDEXES = """
            SELECT 'index', format('%I.%I', n.nspname, x.relname),
                concat_ws(E'\\n',
                    i.kind || CASE WHEN cardinality(x.reloptions) > 1 THEN {sorted} ELSE i.rest END,
                    CASE WHEN x.relispartition THEN 'PARTITION of an index' END,
                    {attributes})
            FROM pg_class x
            JOIN pg_namespace n ON n.oid = x.relnamespace
            JOIN (
                SELECT i.*, kind, substr(pg_get_indexdef(i.indexrelid),
                    length('CREATE ' || kind || ' ' || quote_ident(named.relname)) + 1) AS rest
                FROM pg_index i
                JOIN pg_class named ON named.oid = i.indexrelid
                CROSS JOIN LATERAL (
                    SELECT CASE WHEN i.indisunique THEN 'UNIQUE INDEX' ELSE 'INDEX' END AS kind) k
                WHERE i.indexrelid >= 16384
            ) i ON i.indexrelid = x.oid
            {joins}
            WHERE x.relkind IN ('i', 'I') AND {user} AND x.oid NOT IN {excluded}
                AND NOT EXISTS (
                    SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))
            """.replace("{sorted}", SORTED_OPTIONS)
            .replace("{attributes}", INDEX_ATTRIBUTES)
            .replace("{joins}", INDEX_JOINS);

    private ConstraintQueries() {}

    static List<String> queries(ServerVersion version) {
        return List.of(CONSTRAINTS, DOMAIN_CONSTRAINTS, INDEXES);
    }
}
