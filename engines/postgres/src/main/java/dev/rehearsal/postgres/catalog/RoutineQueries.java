package dev.rehearsal.postgres.catalog;

import java.util.List;

/** Functions, procedures, aggregates, triggers and event triggers. */
final class RoutineQueries {
    private static final String ENABLED =
            "WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'ENABLED REPLICA' WHEN 'A' THEN 'ENABLED ALWAYS' END";

    /** What the server made for a type of its own accord, such as a range's constructors, is part of the type. */
    private static final String FUNCTIONS = """
            SELECT named.type, named.name, pg_get_functiondef(o.objid), owner
            FROM (
                SELECT 'pg_proc'::regclass AS classid, f.oid AS objid, 0 AS subid, pg_get_userbyid(f.proowner) AS owner
                FROM pg_proc f
                JOIN pg_namespace n ON n.oid = f.pronamespace
                WHERE f.prokind <> 'a' AND {user} AND f.oid NOT IN {excluded}
                    AND NOT EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_proc'::regclass AND d.objid = f.oid AND d.deptype = 'i')
            ) o
            {named}
            """;

    private static final String AGGREGATES = """
            SELECT named.type, named.name, definition, owner
            FROM (
                SELECT 'pg_proc'::regclass AS classid, f.oid AS objid, 0 AS subid, pg_get_userbyid(f.proowner) AS owner,
                    concat_ws(E'\\n',
                        format('(%s) RETURNS %s', pg_get_function_arguments(f.oid), pg_get_function_result(f.oid)),
                        CASE g.aggkind WHEN 'o' THEN 'ORDERED SET' WHEN 'h' THEN 'HYPOTHETICAL' END,
                        'PARALLEL ' || CASE f.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' END,
                        format('SFUNC = %s, STYPE = %s, SSPACE = %s', g.aggtransfn, format_type(g.aggtranstype, NULL),
                            g.aggtransspace),
                        'INITCOND = ' || quote_literal(g.agginitval),
                        CASE WHEN g.aggfinalfn <> 0 THEN format('FINALFUNC = %s, EXTRA = %s, MODIFY = %s',
                            g.aggfinalfn, g.aggfinalextra, g.aggfinalmodify) END,
                        CASE WHEN g.aggcombinefn <> 0 THEN format('COMBINEFUNC = %s', g.aggcombinefn) END,
                        CASE WHEN g.aggserialfn <> 0 THEN format('SERIALFUNC = %s, DESERIALFUNC = %s', g.aggserialfn,
                            g.aggdeserialfn) END,
                        CASE WHEN g.aggsortop <> 0 THEN format('SORTOP = %s', g.aggsortop::regoperator) END,
                        CASE WHEN g.aggmtransfn <> 0 THEN format('MSFUNC = %s, MINVFUNC = %s, MSTYPE = %s, MSSPACE = %s',
                            g.aggmtransfn, g.aggminvtransfn, format_type(g.aggmtranstype, NULL), g.aggmtransspace) END,
                        'MINITCOND = ' || quote_literal(g.aggminitval),
                        CASE WHEN g.aggmfinalfn <> 0 THEN format('MFINALFUNC = %s, EXTRA = %s, MODIFY = %s',
                            g.aggmfinalfn, g.aggmfinalextra, g.aggmfinalmodify) END) AS definition
                FROM pg_aggregate g
                JOIN pg_proc f ON f.oid = g.aggfnoid
                JOIN pg_namespace n ON n.oid = f.pronamespace
                WHERE {user} AND f.oid NOT IN {excluded}
            ) o
            {named}
            """;

    /** A partition's copy of a trigger is not told, unless it is switched on or off on its own. */
    private static final String TRIGGERS = """
            SELECT 'trigger', format('%I.%I.%I', n.nspname, c.relname, t.tgname),
                concat_ws(E'\\n', pg_get_triggerdef(t.oid), CASE t.tgenabled {enabled})
            FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_trigger parent ON parent.oid = t.tgparentid
            WHERE CASE WHEN t.tgparentid = 0 THEN NOT t.tgisinternal
                    ELSE t.tgenabled <> parent.tgenabled AND t.tgname !~ '^RI_ConstraintTrigger_' END
                AND {user} AND t.oid NOT IN {excluded}
            """.replace("{enabled}", ENABLED);

    private static final String EVENT_TRIGGERS = """
            SELECT 'event trigger', quote_ident(e.evtname),
                concat_ws(E'\\n',
                    'ON ' || e.evtevent,
                    'WHEN TAG IN (' || (SELECT string_agg(quote_literal(tag), ', ' ORDER BY tag)
                        FROM unnest(e.evttags) tag) || ')',
                    format('EXECUTE FUNCTION %s()', e.evtfoid::regproc),
                    CASE e.evtenabled {enabled}),
                pg_get_userbyid(e.evtowner)
            FROM pg_event_trigger e
            WHERE e.oid NOT IN {excluded}
            """.replace("{enabled}", ENABLED);

    private RoutineQueries() {}

    static List<String> queries(ServerVersion version) {
        return List.of(FUNCTIONS, AGGREGATES, TRIGGERS, EVENT_TRIGGERS);
    }
}
