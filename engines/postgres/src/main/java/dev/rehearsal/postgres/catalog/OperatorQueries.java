package dev.rehearsal.postgres.catalog;

import java.util.List;

/** Operators, operator classes and families, casts, transforms, languages and access methods. */
final class OperatorQueries {
    private static final String OPERATORS = """
            SELECT 'operator', replace(p.oid::regoperator::text, 'pg_catalog.', ''),
                concat_ws(E'\\n',
                    format('FUNCTION = %s, RESULT = %s', p.oprcode, format_type(p.oprresult, NULL)),
                    CASE WHEN p.oprcom <> 0 THEN 'COMMUTATOR = ' || p.oprcom::regoperator::text END,
                    CASE WHEN p.oprnegate <> 0 THEN 'NEGATOR = ' || p.oprnegate::regoperator::text END,
                    CASE WHEN p.oprrest <> 0 THEN 'RESTRICT = ' || p.oprrest::text END,
                    CASE WHEN p.oprjoin <> 0 THEN 'JOIN = ' || p.oprjoin::text END,
                    CASE WHEN p.oprcanhash THEN 'HASHES' END,
                    CASE WHEN p.oprcanmerge THEN 'MERGES' END),
                pg_get_userbyid(p.oprowner)
            FROM pg_operator p
            JOIN pg_namespace n ON n.oid = p.oprnamespace
            WHERE {user} AND p.oid NOT IN {excluded}
            """;

    private static final String CLASSES = """
            SELECT 'operator class', format('%I.%I USING %I', n.nspname, c.opcname, m.amname),
                concat_ws(E'\\n',
                    CASE WHEN c.opcdefault THEN 'DEFAULT ' ELSE '' END || 'FOR TYPE ' || format_type(c.opcintype, NULL),
                    format('FAMILY %I.%I', fn.nspname, f.opfname),
                    CASE WHEN c.opckeytype <> 0 THEN 'STORAGE ' || format_type(c.opckeytype, NULL) END),
                pg_get_userbyid(c.opcowner)
            FROM pg_opclass c
            JOIN pg_namespace n ON n.oid = c.opcnamespace
            JOIN pg_am m ON m.oid = c.opcmethod
            JOIN pg_opfamily f ON f.oid = c.opcfamily
            JOIN pg_namespace fn ON fn.oid = f.opfnamespace
            WHERE {user} AND c.oid NOT IN {excluded}
            """;

    private static final String FAMILIES = """
            SELECT 'operator family', format('%I.%I USING %I', n.nspname, f.opfname, m.amname),
                concat_ws(E'\\n', 'FAMILY',
                    (SELECT string_agg(format('OPERATOR %s %s%s', e.amopstrategy, e.amopopr::regoperator,
                        CASE WHEN e.amopsortfamily <> 0 THEN format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname) END),
                        E'\\n' ORDER BY e.amopstrategy, e.amopopr::regoperator::text)
                    FROM pg_amop e
                    LEFT JOIN pg_opfamily s ON s.oid = e.amopsortfamily
                    LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
                    WHERE e.amopfamily = f.oid),
                    (SELECT string_agg(format('FUNCTION %s (%s, %s) %s', e.amprocnum, format_type(e.amproclefttype, NULL),
                        format_type(e.amprocrighttype, NULL), e.amproc::regprocedure),
                        E'\\n' ORDER BY e.amprocnum, e.amproc::regprocedure::text)
                    FROM pg_amproc e WHERE e.amprocfamily = f.oid)),
                pg_get_userbyid(f.opfowner)
            FROM pg_opfamily f
            JOIN pg_namespace n ON n.oid = f.opfnamespace
            JOIN pg_am m ON m.oid = f.opfmethod
            WHERE {user} AND f.oid NOT IN {excluded}
            """;

    private static final String CASTS = """
            SELECT 'cast', format('(%s AS %s)', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)),
                CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure::text
                    WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END
                || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END
            FROM pg_cast c
            WHERE c.oid >= 16384 AND c.oid NOT IN {excluded}
                AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i')
            """;

    private static final String TRANSFORMS = """
            SELECT 'transform', format('for %s language %I', format_type(t.trftype, NULL), l.lanname),
                format('FROM SQL %s, TO SQL %s', t.trffromsql::regprocedure, t.trftosql::regprocedure)
            FROM pg_transform t
            JOIN pg_language l ON l.oid = t.trflang
            WHERE t.oid >= 16384 AND t.oid NOT IN {excluded}
            """;

    private static final String LANGUAGES = """
            SELECT 'language', quote_ident(l.lanname),
                format('%sHANDLER %s INLINE %s VALIDATOR %s', CASE WHEN l.lanpltrusted THEN 'TRUSTED ' END,
                    l.lanplcallfoid::regproc, l.laninline::regproc, l.lanvalidator::regproc),
                pg_get_userbyid(l.lanowner)
            FROM pg_language l
            WHERE l.oid >= 16384 AND l.oid NOT IN {excluded}
            """;

    private static final String ACCESS_METHODS = """
            SELECT 'access method', quote_ident(m.amname),
                format('TYPE %s HANDLER %s', CASE m.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END, m.amhandler)
            FROM pg_am m
            WHERE m.oid >= 16384 AND m.oid NOT IN {excluded}
            """;

    private OperatorQueries() {}

    static List<String> queries(ServerVersion version) {
        return List.of(OPERATORS, CLASSES, FAMILIES, CASTS, TRANSFORMS, LANGUAGES, ACCESS_METHODS);
    }
}
