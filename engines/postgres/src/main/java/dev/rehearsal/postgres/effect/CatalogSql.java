package dev.rehearsal.postgres.effect;

import dev.rehearsal.postgres.catalog.KeyColumns;

/**
 * One query for each kind of object. What belongs to a partition because it belongs to its table is left out: the table
 * speaks for it.
 */
final class CatalogSql {
    private static final String USERS = " NOT IN ('pg_catalog', 'pg_toast', 'information_schema')"
            + " AND n.nspname NOT LIKE 'pg\\_temp\\_%' AND n.nspname NOT LIKE 'pg\\_toast\\_temp\\_%' ";
    private static final String TABLES = """
            JOIN pg_catalog.pg_class t ON t.oid = {table}
            JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace AND n.nspname""" + USERS;

    static final String RELATIONS = """
            SELECT c.oid::int8, n.nspname, c.relname, c.relkind = 'v', pg_catalog.pg_relation_filenode(c.oid)::int8,
                coalesce(pg_catalog.pg_partition_root(c.oid)::oid, c.oid)::int8,
                c.relkind IN ('r', 'p') AND NOT c.relispartition
                    AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)
            FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'm', 'v') AND n.nspname""" + USERS;

    static final String COLUMNS = """
            SELECT a.attrelid::int8, a.attnum, a.attname, a.atttypid::int8, a.atttypmod,
                pg_catalog.format_type(a.atttypid, a.atttypmod), a.attnotnull,
                a.atthasdef OR a.attidentity <> '' OR y.typdefault IS NOT NULL, a.attidentity <> '', a.attgenerated <> '',
                pg_catalog.pg_get_expr(d.adbin, d.adrelid)
            FROM pg_catalog.pg_attribute a
            LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            JOIN pg_catalog.pg_type y ON y.oid = a.atttypid
            """ + TABLES.replace("{table}", "a.attrelid") + """
             AND t.relkind IN ('r', 'p') AND NOT t.relispartition
            WHERE a.attnum > 0 AND NOT a.attisdropped""";

    static final String CONSTRAINTS = """
            SELECT k.oid::int8, k.conrelid::int8, k.conname, k.contype::text, k.convalidated, k.confrelid::int8,
                {columns},
                pg_catalog.pg_get_constraintdef(k.oid),
                EXISTS (SELECT FROM unnest(k.conkey, k.confkey) u (own, theirs)
                    JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.own
                    JOIN pg_catalog.pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = u.theirs
                    WHERE a.atttypid <> b.atttypid),
                ARRAY(SELECT pg_catalog.format_type(b.atttypid, b.atttypmod)
                    FROM unnest(k.confkey) WITH ORDINALITY u (number, place)
                    JOIN pg_catalog.pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = u.number
                    ORDER BY u.place)
            FROM pg_catalog.pg_constraint k
            """.replace("{columns}", KeyColumns.names("k.conrelid", "k.conkey"))
            + TABLES.replace("{table}", "k.conrelid") + """
            WHERE k.conparentid = 0 AND k.contype IN ('c', 'f', 'p', 'u', 'x', 'n')""";

    /** An index that is built concurrently is entered by one transaction and made valid by another. */
    static final String INDEXES = """
            SELECT i.indexrelid::int8, i.indrelid::int8, c.relname, i.indisunique, i.indisprimary, i.indisvalid,
                i.xmin::text <> c.xmin::text,
                EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = i.indexrelid
                    AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x')),
                pg_catalog.pg_relation_filenode(c.oid)::int8,
                ARRAY(SELECT pg_catalog.pg_get_indexdef(i.indexrelid, k::int, true)
                    FROM generate_series(1, i.indnkeyatts) k),
                pg_catalog.pg_get_indexdef(i.indexrelid),
                concat_ws(' ', c.relam, i.indkey, i.indclass, i.indcollation, i.indoption, i.indnkeyatts),
                pg_catalog.pg_get_expr(i.indexprs, i.indrelid), pg_catalog.pg_get_expr(i.indpred, i.indrelid)
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid AND NOT c.relispartition
            """ + TABLES.replace("{table}", "i.indrelid");

    static final String LABELS = """
            SELECT e.oid::int8, n.nspname, y.typname, e.enumlabel, y.oid::int8
            FROM pg_catalog.pg_enum e
            JOIN pg_catalog.pg_type y ON y.oid = e.enumtypid
            JOIN pg_catalog.pg_namespace n ON n.oid = y.typnamespace""";

    static final String FUNCTIONS = """
            SELECT p.oid::int8, format('%I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)),
                md5(concat_ws(' ', p.prosrc, p.prosqlbody::text, p.proconfig::text, p.provolatile, p.prosecdef)),
                p.prorettype IN ('trigger'::regtype, 'event_trigger'::regtype)
            FROM pg_catalog.pg_proc p
            JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname""" + USERS;

    /** Bits of the type: 1 for each row, 2 before, 4 on INSERT. */
    static final String TRIGGERS = """
            SELECT g.oid::int8, g.tgrelid::int8, g.tgname, (g.tgtype & 7) = 7
            FROM pg_catalog.pg_trigger g
            """ + TABLES.replace("{table}", "g.tgrelid") + """
             AND NOT t.relispartition
            WHERE NOT g.tgisinternal""";

    /** What the running transaction has done so far; it is not yet in the server's statistics. */
    static final String USES_SO_FAR = """
            SELECT coalesce(pg_catalog.pg_partition_root(t.oid)::oid, t.oid)::int8,
                sum(pg_catalog.pg_stat_get_xact_tuples_returned(t.oid))::int8,
                sum(pg_catalog.pg_stat_get_xact_tuples_inserted(t.oid)
                    + pg_catalog.pg_stat_get_xact_tuples_updated(t.oid)
                    + pg_catalog.pg_stat_get_xact_tuples_deleted(t.oid))::int8
            FROM pg_catalog.pg_class t
            WHERE t.relkind IN ('r', 'm') AND t.oid >= 16384 GROUP BY 1""";

    static final String FLUSH_USES = "SELECT pg_catalog.pg_stat_force_next_flush()";

    static final String USES = USES_SO_FAR.replace("_xact", "");

    private CatalogSql() {}
}
