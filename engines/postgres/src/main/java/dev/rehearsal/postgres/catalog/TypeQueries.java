package dev.rehearsal.postgres.catalog;

import java.util.List;

/** Enums, domains, composite, range and base types. */
final class TypeQueries {
    /** What the server made of its own accord — array types, row types, multiranges — depends internally. */
    private static final String TYPES = """
            SELECT CASE t.typtype WHEN 'd' THEN 'domain' ELSE 'type' END,
                replace(format_type(t.oid, NULL), 'pg_catalog.', ''),
                CASE t.typtype
                    WHEN 'e' THEN concat_ws(E'\\n', 'ENUM', labels.lines)
                    WHEN 'c' THEN concat_ws(E'\\n', 'COMPOSITE', attributes.lines)
                    WHEN 'd' THEN concat_ws(' ', 'DOMAIN AS', format_type(t.typbasetype, t.typtypmod),
                        CASE WHEN t.typcollation <> base.typcollation
                            THEN 'COLLATE ' || t.typcollation::regcollation::text END,
                        CASE WHEN t.typnotnull THEN 'NOT NULL' END,
                        'DEFAULT ' || COALESCE(pg_get_expr(t.typdefaultbin, 0), t.typdefault))
                    WHEN 'r' THEN concat_ws(E'\\n',
                        format('RANGE OF %s, SUBTYPE_OPCLASS = %I.%I', format_type(r.rngsubtype, NULL), opn.nspname,
                            opc.opcname),
                        CASE WHEN r.rngcollation <> 0 THEN 'COLLATION = ' || r.rngcollation::regcollation::text END,
                        CASE WHEN r.rngcanonical <> 0 THEN 'CANONICAL = ' || r.rngcanonical::text END,
                        CASE WHEN r.rngsubdiff <> 0 THEN 'SUBTYPE_DIFF = ' || r.rngsubdiff::text END,
                        'MULTIRANGE_TYPE_NAME = ' || format_type(r.rngmultitypid, NULL))
                    ELSE CASE WHEN t.typisdefined THEN concat_ws(E'\\n',
                        format('BASE INPUT = %s, OUTPUT = %s, RECEIVE = %s, SEND = %s, TYPMOD_IN = %s, TYPMOD_OUT = %s',
                            t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout),
                        format('ANALYZE = %s, SUBSCRIPT = %s, INTERNALLENGTH = %s, PASSEDBYVALUE = %s, ALIGNMENT = %s',
                            t.typanalyze, t.typsubscript, t.typlen, t.typbyval, t.typalign),
                        format('STORAGE = %s, CATEGORY = %L, PREFERRED = %s, DELIMITER = %L, COLLATABLE = %s',
                            t.typstorage, t.typcategory, t.typispreferred, t.typdelim, t.typcollation <> 0),
                        CASE WHEN t.typelem <> 0 THEN 'ELEMENT = ' || format_type(t.typelem, NULL) END,
                        'DEFAULT = ' || quote_literal(t.typdefault)) ELSE 'SHELL' END
                END,
                pg_get_userbyid(t.typowner)
            FROM pg_type t
            JOIN pg_namespace n ON n.oid = t.typnamespace
            LEFT JOIN pg_type base ON base.oid = t.typbasetype
            LEFT JOIN pg_range r ON r.rngtypid = t.oid
            LEFT JOIN pg_opclass opc ON opc.oid = r.rngsubopc
            LEFT JOIN pg_namespace opn ON opn.oid = opc.opcnamespace
            LEFT JOIN (
                SELECT enumtypid, string_agg(quote_literal(enumlabel), E'\\n' ORDER BY enumsortorder) AS lines
                FROM pg_enum GROUP BY enumtypid
            ) labels ON labels.enumtypid = t.oid
            LEFT JOIN (
                SELECT a.attrelid, string_agg(concat_ws(' ', quote_ident(a.attname),
                    format_type(a.atttypid, a.atttypmod),
                    CASE WHEN a.attcollation <> at.typcollation
                        THEN 'COLLATE ' || a.attcollation::regcollation::text END), E'\\n' ORDER BY a.attnum) AS lines
                FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'c'
                JOIN pg_type at ON at.oid = a.atttypid
                WHERE a.attnum > 0 AND NOT a.attisdropped
                GROUP BY a.attrelid
            ) attributes ON attributes.attrelid = t.typrelid
            WHERE {user} AND t.oid NOT IN {excluded}
                AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_type'::regclass AND d.objid = t.oid AND d.deptype = 'i')
            """;

    private TypeQueries() {}

    static List<String> queries(ServerVersion version) {
        return List.of(TYPES);
    }
}
