package dev.rehearsal.postgres.catalog;

import dev.rehearsal.postgres.PostgresDatabases;
import java.util.List;

/** Comments and security labels on whatever has one. */
final class CommentQueries {
    /** Objects below 16384 are the server's own, except schema public; large objects are data. */
    private static final String OWN = """
            (o.objid >= 16384 OR o.classid = 'pg_namespace'::regclass)
            AND o.classid <> 'pg_largeobject'::regclass AND o.objid NOT IN {excluded}
            AND (i.schema IS NULL OR i.schema !~ '^(pg_|information_schema)')
            AND NOT (named.type = 'schema' AND named.name ~ '^(pg_|information_schema)')
            """;

    private static final String SHARED_OWN = """
            (o.classid <> 'pg_database'::regclass
                OR o.objid = (SELECT oid FROM pg_database WHERE datname = current_database()))
            AND named.name !~ '^pg_'
            """;

    private static final String COMMENTS = """
            SELECT 'comment on ' || named.type, named.name, o.description
            FROM (SELECT classoid AS classid, objoid AS objid, objsubid AS subid, description FROM pg_description
                WHERE objoid >= 16384 OR classoid = 'pg_namespace'::regclass) o
            {named}
            WHERE {own}
            """.replace("{own}", OWN);

    private static final String SHARED_COMMENTS =
            """
            SELECT 'comment on ' || named.type, named.name, o.description
            FROM (SELECT classoid AS classid, objoid AS objid, 0 AS subid, description FROM pg_shdescription) o
            {named}
            WHERE {own} AND NOT starts_with(o.description, '{marker}')
            """.replace("{own}", SHARED_OWN).replace("{marker}", PostgresDatabases.MARKED);

    private static final String LABELS = """
            SELECT 'security label on ' || named.type, named.name,
                string_agg(format('%s: %s', o.provider, o.label), E'\\n' ORDER BY o.provider)
            FROM (SELECT classoid AS classid, objoid AS objid, objsubid AS subid, provider, label FROM pg_seclabel) o
            {named}
            WHERE {own}
            GROUP BY named.type, named.name
            """.replace("{own}", OWN);

    private static final String SHARED_LABELS = """
            SELECT 'security label on ' || named.type, named.name,
                string_agg(format('%s: %s', o.provider, o.label), E'\\n' ORDER BY o.provider)
            FROM (SELECT classoid AS classid, objoid AS objid, 0 AS subid, provider, label FROM pg_shseclabel) o
            {named}
            WHERE {own}
            GROUP BY named.type, named.name
            """.replace("{own}", SHARED_OWN);

    private CommentQueries() {}

    static List<String> queries(ServerVersion version) {
        return List.of(COMMENTS, SHARED_COMMENTS, LABELS, SHARED_LABELS);
    }
}
