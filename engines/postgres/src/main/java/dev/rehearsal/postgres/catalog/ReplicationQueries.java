package dev.rehearsal.postgres.catalog;

import java.util.List;

/** Publications with what they publish, and subscriptions without their connection string. */
final class ReplicationQueries {
    private static final String PUBLICATIONS = """
            SELECT 'publication', quote_ident(p.pubname),
                concat_ws(E'\\n',
                    'PUBLISH ' || concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END,
                        CASE WHEN p.pubupdate THEN 'update' END, CASE WHEN p.pubdelete THEN 'delete' END,
                        CASE WHEN p.pubtruncate THEN 'truncate' END),
                    CASE WHEN p.pubviaroot THEN 'PUBLISH_VIA_PARTITION_ROOT' END,
                    {generated},
                    CASE WHEN p.puballtables THEN 'FOR ALL TABLES' END,
                    {schemas},
                    tables.lines),
                pg_get_userbyid(p.pubowner)
            FROM pg_publication p
            LEFT JOIN (
                SELECT r.prpubid, string_agg(concat_ws(' ', format('FOR TABLE %I.%I', n.nspname, c.relname), {filter}),
                    E'\\n' ORDER BY n.nspname, c.relname) AS lines
                FROM pg_publication_rel r
                JOIN pg_class c ON c.oid = r.prrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.oid NOT IN {excluded}
                GROUP BY r.prpubid
            ) tables ON tables.prpubid = p.oid
            WHERE p.oid NOT IN {excluded}
            """;

    private static final String GENERATED = "CASE p.pubgencols WHEN 's' THEN 'PUBLISH_GENERATED_COLUMNS stored' END";

    private static final String PUBLISHED_SCHEMAS = """
            (SELECT string_agg(format('FOR TABLES IN SCHEMA %I', s.nspname), E'\\n' ORDER BY s.nspname)
            FROM pg_publication_namespace ps JOIN pg_namespace s ON s.oid = ps.pnnspid WHERE ps.pnpubid = p.oid)
            """;

    private static final String COLUMNS_AND_FILTER = """
            '(' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
                WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) || ')',
            'WHERE ' || pg_get_expr(r.prqual, r.prrelid)
            """;

    /** The connection string is a secret, and readable by superusers alone. */
    private static final String SUBSCRIPTIONS = """
            SELECT 'subscription', quote_ident(s.subname),
                concat_ws(E'\\n',
                    'PUBLICATION ' || (SELECT string_agg(quote_ident(p), ', ' ORDER BY p)
                        FROM unnest(s.subpublications) p),
                    CASE WHEN NOT s.subenabled THEN 'DISABLED' END,
                    'SLOT_NAME ' || quote_ident(s.subslotname),
                    'SYNCHRONOUS_COMMIT ' || s.subsynccommit,
                    CASE WHEN s.subbinary THEN 'BINARY' END,
                    'STREAMING ' || s.substream::text,
                    {more}),
                pg_get_userbyid(s.subowner)
            FROM pg_subscription s
            WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
            """;

    private static final String SUBSCRIPTION_15 = """
            CASE WHEN s.subtwophasestate <> 'd' THEN 'TWO_PHASE' END,
            CASE WHEN s.subdisableonerr THEN 'DISABLE_ON_ERROR' END
            """;

    private static final String SUBSCRIPTION_16 = """
            , 'ORIGIN ' || s.suborigin,
            CASE WHEN NOT s.subpasswordrequired THEN 'PASSWORD_REQUIRED FALSE' END,
            CASE WHEN s.subrunasowner THEN 'RUN_AS_OWNER' END
            """;

    private static final String SUBSCRIPTION_17 = ", CASE WHEN s.subfailover THEN 'FAILOVER' END";

    private ReplicationQueries() {}

    static List<String> queries(ServerVersion version) {
        String publications = PUBLICATIONS
                .replace("{generated}", version.since(18, GENERATED, "NULL"))
                .replace("{schemas}", version.since(15, PUBLISHED_SCHEMAS, "NULL"))
                .replace("{filter}", version.since(15, COLUMNS_AND_FILTER, "NULL"));
        String more = version.since(15, SUBSCRIPTION_15, "NULL")
                + version.since(16, SUBSCRIPTION_16, "")
                + version.since(17, SUBSCRIPTION_17, "");
        return List.of(publications, SUBSCRIPTIONS.replace("{more}", more));
    }
}
