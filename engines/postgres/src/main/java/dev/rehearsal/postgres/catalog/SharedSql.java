package dev.rehearsal.postgres.catalog;

/**
 * Fragments that many questions share, written in braces there: {@code {excluded}} is the set of OIDs that are not the
 * user's, {@code {user}} holds for a schema {@code n} of the user's, {@code {named}} names the object {@code o}.
 */
final class SharedSql {
    /** Where the set of excluded OIDs is kept for the length of the transaction: no temporary table, no round trip. */
    static final String EXCLUDED_SETTING = "rehearsal.excluded";

    private static final String EXCLUDED =
            "(SELECT pg_catalog.unnest(pg_catalog.current_setting('" + EXCLUDED_SETTING + "')::oid[]))";

    private static final String USER = "(n.nspname !~ '^pg_' AND n.nspname <> 'information_schema')";

    /** Names the object {@code o (classid, objid, subid)} as {@code named (type, name)}, as all other questions do. */
    private static final String NAMED = """
            CROSS JOIN LATERAL pg_identify_object_as_address(o.classid, o.objid, o.subid) a
            CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, o.subid) i
            CROSS JOIN LATERAL (SELECT
                CASE
                    WHEN a.type LIKE '% column' THEN 'column'
                    WHEN a.type IN ('table constraint', 'domain constraint') THEN 'constraint'
                    WHEN a.type = 'type' AND EXISTS (SELECT FROM pg_type t WHERE t.oid = o.objid AND t.typtype = 'd')
                        THEN 'domain'
                    WHEN a.type = 'composite type' THEN 'type'
                    WHEN a.type = 'parameter ACL' THEN 'parameter'
                    ELSE a.type
                END AS type,
                CASE
                    WHEN a.type = 'database' THEN 'this database'
                    WHEN a.type = 'domain constraint' THEN a.object_names[1] || '.' || quote_ident(a.object_args[1])
                    WHEN a.type IN ('table constraint', 'trigger', 'policy', 'rule')
                        THEN (SELECT string_agg(quote_ident(u.part), '.' ORDER BY u.position)
                            FROM unnest(a.object_names) WITH ORDINALITY u (part, position))
                    ELSE replace(i.identity, 'pg_catalog.', '')
                END AS name
            ) named
            """;

    private SharedSql() {}

    /**
     * {@return the text with its placeholders replaced}
     *
     * @param text a question
     */
    static String expand(String text) {
        return text.replace("{excluded}", EXCLUDED).replace("{user}", USER).replace("{named}", NAMED);
    }

    /**
     * {@return an expression for a list of options, sorted, for the order in which they were set means nothing; null
     * without any}
     *
     * @param keyword what stands before the list
     * @param array an expression of type {@code text[]}
     */
    static String options(String keyword, String array) {
        return "CASE WHEN " + array + " IS NOT NULL THEN '" + keyword
                + " (' || (SELECT string_agg(option, ', ' ORDER BY option) FROM unnest(" + array
                + ") option) || ')' END";
    }
}
