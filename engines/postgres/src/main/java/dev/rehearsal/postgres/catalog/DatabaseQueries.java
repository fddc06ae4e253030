package dev.rehearsal.postgres.catalog;

import java.util.List;

/** Schemas, extensions, statistics objects, foreign data, and what is set on the database itself. */
final class DatabaseQueries {
    private static final String SCHEMAS = """
            SELECT 'schema', quote_ident(n.nspname), 'SCHEMA', pg_get_userbyid(n.nspowner)
            FROM pg_namespace n
            WHERE {user} AND n.oid NOT IN {excluded}
            """;

    private static final String EXTENSIONS = """
            SELECT 'extension', quote_ident(e.extname), format('VERSION %L SCHEMA %I', e.extversion, n.nspname),
                pg_get_userbyid(e.extowner)
            FROM pg_extension e
            JOIN pg_namespace n ON n.oid = e.extnamespace
            """;

    private static final String STATISTICS = """
            SELECT 'statistics object', format('%I.%I', n.nspname, s.stxname),
                concat_ws(E'\\n', pg_get_statisticsobjdef(s.oid), 'STATISTICS ' || NULLIF(s.stxstattarget, -1)),
                pg_get_userbyid(s.stxowner)
            FROM pg_statistic_ext s
            JOIN pg_namespace n ON n.oid = s.stxnamespace
            WHERE {user} AND s.oid NOT IN {excluded}
            """;

    private static final String WRAPPERS = """
            SELECT 'foreign-data wrapper', quote_ident(w.fdwname),
                concat_ws(E'\\n',
                    format('HANDLER %s VALIDATOR %s', w.fdwhandler::regproc, w.fdwvalidator::regproc),
                    {options}),
                pg_get_userbyid(w.fdwowner)
            FROM pg_foreign_data_wrapper w
            WHERE w.oid NOT IN {excluded}
            """.replace("{options}", SharedSql.options("OPTIONS", "w.fdwoptions"));

    private static final String SERVERS = """
            SELECT 'server', quote_ident(s.srvname),
                concat_ws(E'\\n', 'TYPE ' || quote_literal(s.srvtype), 'VERSION ' || quote_literal(s.srvversion),
                    format('FOREIGN DATA WRAPPER %I', w.fdwname), {options}),
                pg_get_userbyid(s.srvowner)
            FROM pg_foreign_server s
            JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
            WHERE s.oid NOT IN {excluded}
            """.replace("{options}", SharedSql.options("OPTIONS", "s.srvoptions"));

    /** Passwords are secrets: a definition tells that there is one, never which. */
    private static final String USER_MAPPINGS = """
            SELECT 'user mapping',
                format('%s on server %I', CASE u.umuser WHEN 0 THEN 'public' ELSE quote_ident(u.usename) END, u.srvname),
                concat_ws(E'\\n', 'USER MAPPING', {options})
            FROM pg_user_mappings u
            WHERE u.umid NOT IN {excluded}
            """.replace(
                    "{options}",
                    SharedSql.options(
                            "OPTIONS",
                            "ARRAY(SELECT regexp_replace(s, '^(\\w*passw\\w*=).*', '\\1***', 'i')"
                                    + " FROM unnest(u.umoptions) s)"));

    private static final String DATABASE = """
            SELECT 'database', 'this database',
                concat_ws(E'\\n', 'ENCODING ' || pg_encoding_to_char(d.encoding), format('LC_COLLATE %L', d.datcollate),
                    format('LC_CTYPE %L', d.datctype), format('CONNECTION LIMIT %s', d.datconnlimit),
                    CASE WHEN d.datistemplate THEN 'IS_TEMPLATE' END),
                pg_get_userbyid(d.datdba)
            FROM pg_database d
            WHERE d.datname = current_database()
            """;

    /** A setting of the database, of a role, or of a role in this database. */
    private static final String SETTINGS = """
            SELECT CASE WHEN s.setdatabase = 0 THEN 'role setting' WHEN s.setrole = 0 THEN 'database setting'
                    ELSE 'role setting in this database' END,
                concat_ws('.', CASE WHEN s.setdatabase = 0 AND s.setrole = 0 THEN 'ALL' ELSE quote_ident(r.rolname) END,
                    split_part(c.setting, '=', 1)),
                substr(c.setting, strpos(c.setting, '=') + 1)
            FROM pg_db_role_setting s
            CROSS JOIN LATERAL unnest(s.setconfig) c (setting)
            LEFT JOIN pg_roles r ON r.oid = s.setrole
            WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
                OR s.setdatabase = 0
            """;

    private DatabaseQueries() {}

    static List<String> queries(ServerVersion version) {
        return List.of(SCHEMAS, EXTENSIONS, STATISTICS, WRAPPERS, SERVERS, USER_MAPPINGS, DATABASE, SETTINGS);
    }
}
