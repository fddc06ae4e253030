package dev.rehearsal.postgres.catalog;

import java.util.List;

/** Views, materialized views, rules and sequences. */
final class ViewQueries {
    private static final String VIEWS = """
            SELECT CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'view' END,
                format('%I.%I', n.nspname, c.relname),
                concat_ws(E'\\n',
                    pg_get_viewdef(c.oid),
                    CASE WHEN m.amname <> 'heap' THEN 'USING ' || quote_ident(m.amname) END,
                    {options},
                    {toast options},
                    'TABLESPACE ' || quote_ident(p.spcname),
                    CASE WHEN NOT c.relispopulated THEN 'WITH NO DATA' END),
                pg_get_userbyid(c.relowner)
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
            LEFT JOIN pg_am m ON m.oid = c.relam
            LEFT JOIN pg_tablespace p ON p.oid = c.reltablespace
            WHERE c.relkind IN ('v', 'm') AND {user} AND c.oid NOT IN {excluded}
            """.replace("{options}", SharedSql.options("WITH", "c.reloptions"))
            .replace("{toast options}", SharedSql.options("TOAST WITH", "toast.reloptions"));

    private static final String RULES = """
            SELECT 'rule', format('%I.%I.%I', n.nspname, c.relname, r.rulename),
                concat_ws(E'\\n', pg_get_ruledef(r.oid), CASE r.ev_enabled WHEN 'D' THEN 'DISABLED'
                    WHEN 'R' THEN 'ENABLED REPLICA' WHEN 'A' THEN 'ENABLED ALWAYS' END)
            FROM pg_rewrite r
            JOIN pg_class c ON c.oid = r.ev_class
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE r.rulename <> '_RETURN' AND {user} AND r.oid NOT IN {excluded}
            """;

    private static final String SEQUENCES = """
            SELECT 'sequence', format('%I.%I', n.nspname, c.relname),
                concat_ws(E'\\n',
                    CASE WHEN c.relpersistence = 'u' THEN 'UNLOGGED' END,
                    format('AS %s START WITH %s INCREMENT BY %s MINVALUE %s MAXVALUE %s CACHE %s %s',
                        format_type(s.seqtypid, NULL), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
                        CASE WHEN s.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END),
                    CASE d.deptype WHEN 'i' THEN 'IDENTITY OF ' WHEN 'a' THEN 'OWNED BY ' END
                        || concat_ws('.', quote_ident(tn.nspname), quote_ident(t.relname), quote_ident(a.attname))),
                pg_get_userbyid(c.relowner)
            FROM pg_sequence s
            JOIN pg_class c ON c.oid = s.seqrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN (pg_depend d
                JOIN pg_class t ON t.oid = d.refobjid
                JOIN pg_namespace tn ON tn.oid = t.relnamespace
                JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            ) ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0
                AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
            WHERE {user} AND c.oid NOT IN {excluded}
            """;

    private ViewQueries() {}

    static List<String> queries(ServerVersion version) {
        return List.of(VIEWS, RULES, SEQUENCES);
    }
}
