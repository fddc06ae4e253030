package dev.rehearsal.postgres.catalog;

import java.util.List;

/** What a migration can make beside its database: roles, memberships and tablespaces. */
final class ClusterQueries {
    private static final String ROLES = """
            SELECT 'role', quote_ident(r.rolname),
                concat_ws(' ',
                    CASE WHEN r.rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END,
                    CASE WHEN r.rolsuper THEN 'SUPERUSER' END,
                    CASE WHEN NOT r.rolinherit THEN 'NOINHERIT' END,
                    CASE WHEN r.rolcreaterole THEN 'CREATEROLE' END,
                    CASE WHEN r.rolcreatedb THEN 'CREATEDB' END,
                    CASE WHEN r.rolreplication THEN 'REPLICATION' END,
                    CASE WHEN r.rolbypassrls THEN 'BYPASSRLS' END,
                    CASE WHEN r.rolconnlimit <> -1 THEN 'CONNECTION LIMIT ' || r.rolconnlimit END,
                    CASE WHEN r.rolvaliduntil IS NOT NULL THEN 'VALID UNTIL ' || quote_literal(r.rolvaliduntil) END)
            FROM pg_roles r
            WHERE r.rolname !~ '^pg_'
            """;

    /** From PostgreSQL 16 on a member can be granted a role by several, with options for each. */
    private static final String MEMBERSHIPS = """
            SELECT 'role membership', format('%I in %I', member.rolname, role.rolname),
                string_agg(concat_ws(' ', 'MEMBER', CASE WHEN m.admin_option THEN 'WITH ADMIN OPTION' END, {options}),
                    E'\\n' ORDER BY grantor.rolname)
            FROM pg_auth_members m
            JOIN pg_roles role ON role.oid = m.roleid
            JOIN pg_roles member ON member.oid = m.member
            LEFT JOIN pg_roles grantor ON grantor.oid = m.grantor
            WHERE member.rolname !~ '^pg_'
            GROUP BY member.rolname, role.rolname
            """;

    private static final String MEMBERSHIP_OPTIONS = """
            CASE WHEN NOT m.inherit_option THEN 'WITH INHERIT FALSE' END,
            CASE WHEN NOT m.set_option THEN 'WITH SET FALSE' END,
            'GRANTED BY ' || quote_ident(grantor.rolname)
            """;

    private static final String TABLESPACES = """
            SELECT 'tablespace', quote_ident(t.spcname),
                concat_ws(E'\\n', 'LOCATION ' || quote_literal(pg_tablespace_location(t.oid)), {options}),
                pg_get_userbyid(t.spcowner)
            FROM pg_tablespace t
            WHERE t.spcname !~ '^pg_'
            """.replace("{options}", SharedSql.options("WITH", "t.spcoptions"));

    private ClusterQueries() {}

    static List<String> queries(ServerVersion version) {
        String memberships = MEMBERSHIPS.replace("{options}", version.since(16, MEMBERSHIP_OPTIONS, "NULL"));
        return List.of(ROLES, memberships, TABLESPACES);
    }
}
