package dev.rehearsal.postgres.catalog;

import java.util.List;

/** Grants of every kind, default privileges, and row-level security policies. */
final class SecurityQueries {
    private static final String POLICIES = """
            SELECT 'policy', format('%I.%I.%I', n.nspname, c.relname, p.polname),
                concat_ws(E'\\n',
                    format('AS %s FOR %s TO %s', CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                        CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                            WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
                        (SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', '
                            ORDER BY pg_get_userbyid(r)) FROM unnest(p.polroles) r)),
                    'USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
                    'WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
            FROM pg_policy p
            JOIN pg_class c ON c.oid = p.polrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE {user} AND p.oid NOT IN {excluded}
            """;

    private static final String OBJECTS = """
            SELECT 'pg_class'::regclass AS classid, c.oid AS objid, 0 AS subid, c.relowner AS owner, c.relacl AS acl,
                acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner) AS base
            FROM pg_class c WHERE c.relacl IS NOT NULL AND c.oid >= 16384
            UNION ALL
            SELECT 'pg_class'::regclass, c.oid, a.attnum, c.relowner, a.attacl, acldefault('c', c.relowner)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND c.oid >= 16384
            UNION ALL
            SELECT 'pg_namespace'::regclass, n.oid, 0, n.nspowner, n.nspacl, acldefault('n', n.nspowner)
            FROM pg_namespace n WHERE n.nspacl IS NOT NULL AND {user}
            UNION ALL
            SELECT 'pg_proc'::regclass, f.oid, 0, f.proowner, f.proacl, acldefault('f', f.proowner)
            FROM pg_proc f WHERE f.proacl IS NOT NULL AND f.oid >= 16384
            UNION ALL
            SELECT 'pg_type'::regclass, t.oid, 0, t.typowner, t.typacl, acldefault('T', t.typowner)
            FROM pg_type t WHERE t.typacl IS NOT NULL AND t.oid >= 16384
            UNION ALL
            SELECT 'pg_language'::regclass, l.oid, 0, l.lanowner, l.lanacl, acldefault('l', l.lanowner)
            FROM pg_language l WHERE l.lanacl IS NOT NULL
            UNION ALL
            SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, w.fdwowner, w.fdwacl, acldefault('F', w.fdwowner)
            FROM pg_foreign_data_wrapper w WHERE w.fdwacl IS NOT NULL
            UNION ALL
            SELECT 'pg_foreign_server'::regclass, s.oid, 0, s.srvowner, s.srvacl, acldefault('S', s.srvowner)
            FROM pg_foreign_server s WHERE s.srvacl IS NOT NULL
            UNION ALL
            SELECT 'pg_tablespace'::regclass, t.oid, 0, t.spcowner, t.spcacl, acldefault('t', t.spcowner)
            FROM pg_tablespace t WHERE t.spcacl IS NOT NULL
            UNION ALL
            SELECT 'pg_database'::regclass, d.oid, 0, d.datdba, d.datacl, acldefault('d', d.datdba)
            FROM pg_database d WHERE d.datacl IS NOT NULL AND d.datname = current_database()
            """;

    private static final String PARAMETERS = """
            UNION ALL
            SELECT 'pg_parameter_acl'::regclass, p.oid, 0, 10::oid, p.paracl, acldefault('p', 10::oid)
            FROM pg_parameter_acl p
            """;

    /** A default of one schema adds to what the role's own defaults and the server's say, so it starts from nothing. */
    private static final String DEFAULTS = """
            SELECT 'pg_default_acl'::regclass AS classid, d.oid AS objid, 0 AS subid, d.defaclrole AS owner,
                d.defaclacl AS acl, CASE WHEN d.defaclnamespace <> 0 THEN acldefault('c', d.defaclrole)
                    ELSE acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole) END
                    AS base
            FROM pg_default_acl d
            """;

    /**
     * What was granted beyond the server's default, and what was revoked from it: a list of privileges that equals the
     * default is none, whether it is written down or not.
     */
    private static final String GRANTS = """
            WITH object AS MATERIALIZED ({objects}),
            item AS (
                SELECT o.classid, o.objid, o.subid, o.owner, x.*
                FROM object o CROSS JOIN LATERAL aclexplode(o.acl) x WHERE o.objid NOT IN {excluded}
            ),
            base AS (
                SELECT o.classid, o.objid, o.subid, o.owner, x.*
                FROM object o CROSS JOIN LATERAL aclexplode(o.base) x WHERE o.objid NOT IN {excluded}
            ),
            changed AS (
                SELECT 'GRANT' AS verb, g.* FROM (SELECT * FROM item EXCEPT SELECT * FROM base) g
                UNION ALL
                SELECT 'REVOKE', r.* FROM (SELECT * FROM base EXCEPT SELECT * FROM item) r
            ),
            line AS (
                SELECT classid, objid, subid, verb || ' ' || string_agg(privilege_type, ', ' ORDER BY privilege_type)
                    || CASE verb WHEN 'GRANT' THEN ' TO ' ELSE ' FROM ' END
                    || CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END
                    || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
                    || CASE WHEN grantor <> owner THEN ' GRANTED BY ' || quote_ident(pg_get_userbyid(grantor))
                        ELSE '' END AS line
                FROM changed
                GROUP BY classid, objid, subid, owner, verb, grantee, grantor, is_grantable
            )
            SELECT CASE named.type WHEN 'default acl' THEN 'default privileges' ELSE 'grants on ' || named.type END,
                named.name, o.definition
            FROM (
                SELECT classid, objid, subid, string_agg(line, E'\\n' ORDER BY line) AS definition
                FROM line GROUP BY classid, objid, subid
            ) o
            {named}
            WHERE i.schema IS NULL OR i.schema !~ '^pg_'
            """;

    private SecurityQueries() {}

    static List<String> queries(ServerVersion version) {
        String objects = OBJECTS + version.since(15, PARAMETERS, "");
        return List.of(POLICIES, GRANTS.replace("{objects}", objects), GRANTS.replace("{objects}", DEFAULTS));
    }
}
