package dev.rehearsal.postgres.inspect;

/**
 * The SQL that reads statistics. Only relations of the catalogue stand behind FROM, and the values that ANALYZE collected
 * are asked for only where they are no data of anybody's: labels of enums and booleans belong to the schema, and the ends
 * of histograms of numbers and times are a query of their own, for who asks for them.
 */
final class StatisticsQueries {
    /** Tables of the user's, each with the rows of all its partitions. */
    static final String TABLES = """
            WITH RECURSIVE part AS (
                SELECT c.oid AS root, c.oid AS relation, c.relkind
                FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
                    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                        WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid = c.oid AND d.deptype = 'e')
                UNION ALL
                SELECT p.root, i.inhrelid, c.relkind
                FROM part p
                JOIN pg_catalog.pg_inherits i ON i.inhparent = p.relation AND p.relkind = 'p'
                JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
            )
            SELECT r.oid::int8, n.nspname, r.relname, r.relkind = 'p',
                coalesce(sum(c.reltuples::float8) FILTER (WHERE c.relkind <> 'p'), 0),
                string_agg(format('%I.%I', cn.nspname, c.relname), ', ' ORDER BY cn.nspname, c.relname)
                    FILTER (WHERE c.relkind <> 'p' AND (c.reltuples < 0 OR c.relkind NOT IN ('r', 'p'))),
                pg_catalog.has_any_column_privilege(r.oid, 'SELECT') AND NOT pg_catalog.row_security_active(r.oid),
                coalesce(sum(t.relpages) FILTER (WHERE c.relkind <> 'p'), 0) > 0
            FROM part p
            JOIN pg_catalog.pg_class r ON r.oid = p.root
            JOIN pg_catalog.pg_namespace n ON n.oid = r.relnamespace
            JOIN pg_catalog.pg_class c ON c.oid = p.relation
            JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
            LEFT JOIN pg_catalog.pg_class t ON t.oid = c.reltoastrelid
            GROUP BY r.oid, n.nspname, r.relname, r.relkind
            ORDER BY 2, 3
            """;

    /** Each column that holds values of its own; a partitioned table's statistics are those that cover its partitions. */
    static final String COLUMNS = """
            SELECT a.attrelid::int8, a.attname, a.attnotnull OR t.typnotnull, coalesce(b.typname, t.typname),
                s.null_frac::float8, s.n_distinct::float8, s.avg_width, s.correlation::float8, s.most_common_freqs::float8[],
                EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = a.attrelid AND i.indisunique
                    AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum AND i.indpred IS NULL),
                EXISTS (SELECT FROM pg_catalog.pg_constraint f WHERE f.conrelid = a.attrelid AND f.contype = 'f'
                    AND a.attnum = ANY (f.conkey)),
                pg_catalog.has_column_privilege(a.attrelid, a.attnum, 'SELECT')
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_'
                AND n.nspname <> 'information_schema'
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
            LEFT JOIN pg_catalog.pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname
                AND s.attname = a.attname AND s.inherited = (c.relkind = 'p')
            WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            ORDER BY a.attrelid, a.attnum
            """;

    /** What can be added up of the partitions, where nobody has analysed the whole. */
    static final String PARTS = """
            WITH RECURSIVE part AS (
                SELECT c.oid AS root, c.oid AS relation, c.relkind FROM pg_catalog.pg_class c
                WHERE c.relkind = 'p' AND NOT c.relispartition
                UNION ALL
                SELECT p.root, i.inhrelid, c.relkind
                FROM part p
                JOIN pg_catalog.pg_inherits i ON i.inhparent = p.relation AND p.relkind = 'p'
                JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid
            )
            SELECT p.root::int8, s.attname, sum(s.null_frac::float8 * c.reltuples) / sum(c.reltuples::float8),
                sum(s.avg_width * (1 - s.null_frac::float8) * c.reltuples)
                    / nullif(sum((1 - s.null_frac::float8) * c.reltuples), 0)
            FROM part p
            JOIN pg_catalog.pg_class c ON c.oid = p.relation AND c.relkind = 'r' AND c.reltuples > 0
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname AND NOT s.inherited
            GROUP BY p.root, s.attname
            """;

    private static final String OF_COLUMNS = """
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND NOT c.relispartition
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace AND n.nspname !~ '^pg_'
                AND n.nspname <> 'information_schema'
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            JOIN pg_catalog.pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname
                AND s.attname = a.attname AND s.inherited = (c.relkind = 'p')
            WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            """;

    /** The labels stand in the schema; only how often they occur is told of the rows. */
    static final String LABELS =
            """
            SELECT a.attrelid::int8, a.attname, s.most_common_vals::text::text[], s.most_common_freqs::float8[],
                CASE WHEN t.typtype = 'e' THEN (SELECT array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
                    FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid) ELSE '{f,t}' END
            """ + OF_COLUMNS + " AND (t.typtype = 'e' OR t.oid = 'pg_catalog.bool'::pg_catalog.regtype)"
                    + " AND s.most_common_vals IS NOT NULL";

    /** The ends of the histograms of numbers and times. */
    static final String BOUNDS = """
            SELECT a.attrelid::int8, a.attname, (s.histogram_bounds::text::text[])[1],
                (s.histogram_bounds::text::text[])[array_upper(s.histogram_bounds::text::text[], 1)]
            """ + OF_COLUMNS
            + " AND s.histogram_bounds IS NOT NULL AND t.oid = ANY ('{int2,int4,int8,numeric,float4,float8,"
            + "date,timestamp,timestamptz}'::pg_catalog.regtype[])";

    private StatisticsQueries() {}
}
