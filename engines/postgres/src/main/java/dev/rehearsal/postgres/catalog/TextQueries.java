package dev.rehearsal.postgres.catalog;

import java.util.List;

/** Collations, conversions, and the objects of text search. */
final class TextQueries {
    /** A collation's columns differ from version to version: all but the OIDs are told, whatever they are. */
    private static final String COLLATIONS = """
            SELECT 'collation', format('%I.%I', n.nspname, c.collname),
                (SELECT string_agg(format('%s %s', substr(e.key, 5), e.value), E'\\n' ORDER BY e.key)
                FROM jsonb_each_text(jsonb_strip_nulls(to_jsonb(c))
                    - '{oid,collname,collnamespace,collowner}'::text[]) e),
                pg_get_userbyid(c.collowner)
            FROM pg_collation c
            JOIN pg_namespace n ON n.oid = c.collnamespace
            WHERE {user} AND c.oid NOT IN {excluded}
            """;

    private static final String CONVERSIONS = """
            SELECT 'conversion', format('%I.%I', n.nspname, c.conname),
                format('%sFOR %L TO %L FROM %s', CASE WHEN c.condefault THEN 'DEFAULT ' END,
                    pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding), c.conproc),
                pg_get_userbyid(c.conowner)
            FROM pg_conversion c
            JOIN pg_namespace n ON n.oid = c.connamespace
            WHERE {user} AND c.oid NOT IN {excluded}
            """;

    private static final String CONFIGURATIONS = """
            SELECT 'text search configuration', format('%I.%I', n.nspname, c.cfgname),
                concat_ws(E'\\n', format('PARSER %I.%I', pn.nspname, p.prsname), mappings.lines),
                pg_get_userbyid(c.cfgowner)
            FROM pg_ts_config c
            JOIN pg_namespace n ON n.oid = c.cfgnamespace
            JOIN pg_ts_parser p ON p.oid = c.cfgparser
            JOIN pg_namespace pn ON pn.oid = p.prsnamespace
            LEFT JOIN LATERAL (
                SELECT string_agg(line, E'\\n' ORDER BY line) AS lines FROM (
                    SELECT format('%s: %s', k.alias,
                        string_agg(m.mapdict::regdictionary::text, ', ' ORDER BY m.mapseqno)) AS line
                    FROM pg_ts_config_map m
                    JOIN ts_token_type(c.cfgparser) k ON k.tokid = m.maptokentype
                    WHERE m.mapcfg = c.oid
                    GROUP BY k.alias
                ) tokens
            ) mappings ON true
            WHERE {user} AND c.oid NOT IN {excluded}
            """;

    private static final String DICTIONARIES = """
            SELECT 'text search dictionary', format('%I.%I', n.nspname, d.dictname),
                concat_ws(E'\\n', format('TEMPLATE %I.%I', tn.nspname, t.tmplname), d.dictinitoption),
                pg_get_userbyid(d.dictowner)
            FROM pg_ts_dict d
            JOIN pg_namespace n ON n.oid = d.dictnamespace
            JOIN pg_ts_template t ON t.oid = d.dicttemplate
            JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
            WHERE {user} AND d.oid NOT IN {excluded}
            """;

    private static final String PARSERS = """
            SELECT 'text search parser', format('%I.%I', n.nspname, p.prsname),
                format('START = %s, GETTOKEN = %s, END = %s, HEADLINE = %s, LEXTYPES = %s', p.prsstart, p.prstoken,
                    p.prsend, p.prsheadline, p.prslextype)
            FROM pg_ts_parser p
            JOIN pg_namespace n ON n.oid = p.prsnamespace
            WHERE {user} AND p.oid NOT IN {excluded}
            """;

    private static final String TEMPLATES = """
            SELECT 'text search template', format('%I.%I', n.nspname, t.tmplname),
                format('INIT = %s, LEXIZE = %s', t.tmplinit, t.tmpllexize)
            FROM pg_ts_template t
            JOIN pg_namespace n ON n.oid = t.tmplnamespace
            WHERE {user} AND t.oid NOT IN {excluded}
            """;

    private TextQueries() {}

    static List<String> queries(ServerVersion version) {
        return List.of(COLLATIONS, CONVERSIONS, CONFIGURATIONS, DICTIONARIES, PARSERS, TEMPLATES);
    }
}
