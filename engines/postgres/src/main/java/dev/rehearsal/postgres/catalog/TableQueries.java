package dev.rehearsal.postgres.catalog;

import java.util.List;

/** Tables, partitioned and foreign ones included, without their columns. */
final class TableQueries {
    private static final String TABLES = """
            SELECT CASE c.relkind WHEN 'f' THEN 'foreign table' ELSE 'table' END,
                format('%I.%I', n.nspname, c.relname),
                concat_ws(E'\\n',
                    CASE WHEN c.relpersistence = 'u' THEN 'UNLOGGED ' ELSE '' END
                        || CASE c.relkind WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END,
                    CASE WHEN c.reloftype <> 0 THEN 'OF ' || format_type(c.reloftype, NULL) END,
                    parents.line,
                    pg_get_expr(c.relpartbound, c.oid),
                    CASE WHEN c.relkind = 'p' THEN 'PARTITION BY ' || pg_get_partkeydef(c.oid) END,
                    CASE WHEN m.amname <> 'heap' THEN 'USING ' || quote_ident(m.amname) END,
                    'SERVER ' || quote_ident(s.srvname),
                    {foreign options},
                    {options},
                    {toast options},
                    'TABLESPACE ' || quote_ident(p.spcname),
                    CASE c.relreplident WHEN 'f' THEN 'REPLICA IDENTITY FULL' WHEN 'n' THEN CASE WHEN c.relkind <> 'f' THEN 'REPLICA IDENTITY NOTHING' END
                        WHEN 'i' THEN CASE WHEN NOT EXISTS (
                            SELECT FROM pg_index x WHERE x.indrelid = c.oid AND x.indisreplident)
                        THEN 'REPLICA IDENTITY USING INDEX, which was dropped' END END,
                    CASE WHEN c.relrowsecurity THEN 'ENABLE ROW LEVEL SECURITY' END,
                    CASE WHEN c.relforcerowsecurity THEN 'FORCE ROW LEVEL SECURITY' END),
                pg_get_userbyid(c.relowner)
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
            LEFT JOIN pg_am m ON m.oid = c.relam
            LEFT JOIN pg_tablespace p ON p.oid = c.reltablespace
            LEFT JOIN pg_foreign_table f ON f.ftrelid = c.oid
            LEFT JOIN pg_foreign_server s ON s.oid = f.ftserver
            LEFT JOIN (
                SELECT h.inhrelid, CASE WHEN bool_or(child.relispartition) THEN 'PARTITION OF ' ELSE 'INHERITS ' END
                    || string_agg(format('%I.%I', pn.nspname, parent.relname), ', ' ORDER BY h.inhseqno)
                    || CASE WHEN bool_or(h.inhdetachpending) THEN ' DETACH PENDING' ELSE '' END AS line
                FROM pg_inherits h
                JOIN pg_class child ON child.oid = h.inhrelid
                JOIN pg_class parent ON parent.oid = h.inhparent
                JOIN pg_namespace pn ON pn.oid = parent.relnamespace
                GROUP BY h.inhrelid
            ) parents ON parents.inhrelid = c.oid
            WHERE c.relkind IN ('r', 'p', 'f') AND {user} AND c.oid NOT IN {excluded}
            """.replace("{foreign options}", SharedSql.options("OPTIONS", "f.ftoptions"))
            .replace("{options}", SharedSql.options("WITH", "c.reloptions"))
            .replace("{toast options}", SharedSql.options("TOAST WITH", "toast.reloptions"));

    private TableQueries() {}

    static List<String> queries(ServerVersion version) {
        return List.of(TABLES);
    }
}
