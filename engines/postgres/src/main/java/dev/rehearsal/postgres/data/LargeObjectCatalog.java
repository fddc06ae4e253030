package dev.rehearsal.postgres.data;

import dev.rehearsal.data.LargeObjects;
import dev.rehearsal.data.TableFingerprint;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * The large objects of a database, read like a table that has a row for each. The bytes are compared as one who reads them
 * sees them: a page that was never written reads as zeros, and is the same as one of zeros. Where the session may not read
 * the pages it reads the objects that it may, and of the others the bytes are NULL.
 */
final class LargeObjectCatalog {
    /** Stands for them among the tables. */
    static final QualifiedName NAME = SqlNames.relation("pg_catalog", "pg_largeobject");

    static final String KEY = "loid";
    static final String BYTES = "bytes";
    /** The length and a sum of the pages' hashes, as one text. */
    static final String CONTENT = "content";
    /** The owner, the rights and the comment, as one text. */
    static final String ATTRIBUTES = "attributes";

    private static final String FACTS = """
            SELECT pg_relation_size('pg_largeobject') AS bytes, has_table_privilege('pg_largeobject', 'SELECT') AS pages,
                current_setting('server_version_num')::int >= 180000 AS recent""";

    private static final String PAGES = """
            LEFT JOIN (
                SELECT loid, max(pageno * (current_setting('block_size')::int8 / 4) + octet_length(data)) AS bytes,
                    sum({hash}) FILTER (WHERE written <> '\\x01') AS hash
                FROM (SELECT loid, pageno, data, btrim('\\x01'::bytea || data, '\\x00') AS written
                    FROM pg_largeobject) page
                GROUP BY loid) held ON held.loid = m.oid""";

    private static final String READABLE = """
            LEFT JOIN LATERAL (
                SELECT size AS bytes, closed, (SELECT sum({hash})
                    FROM generate_series(0, (size - 1) / 1048576) pageno
                    CROSS JOIN LATERAL lo_get(m.oid, pageno * 1048576, 1048576) written) AS hash
                FROM (SELECT size, lo_close(fd) AS closed
                    FROM (SELECT fd, lo_lseek64(fd, 0, 2) AS size
                        FROM lo_open(CASE WHEN pg_has_role(m.lomowner, 'USAGE') OR EXISTS (
                            SELECT FROM aclexplode(m.lomacl) a WHERE a.privilege_type = 'SELECT'
                                AND (a.grantee = 0 OR pg_has_role(a.grantee, 'USAGE'))) THEN m.oid END, 262144) fd
                        OFFSET 0) sized
                    OFFSET 0) closed
            ) held ON true""";

    private static final String SOURCE = """
            (SELECT m.oid::int8 AS loid, {bytes} AS bytes, {bytes} || ':' || coalesce(held.hash, 0) AS content,
                concat_ws(E'\\n', pg_get_userbyid(m.lomowner), d.description,
                    CASE WHEN m.lomacl <> acldefault('L', m.lomowner) THEN (
                        SELECT string_agg(concat_ws(' ', CASE WHEN a.grantee <> 0 THEN pg_get_userbyid(a.grantee) END,
                            a.privilege_type, a.is_grantable), E'\\n'
                            ORDER BY pg_get_userbyid(a.grantee), a.privilege_type, a.is_grantable)
                        FROM aclexplode(m.lomacl) a) END) AS attributes
            FROM pg_largeobject_metadata m
            {held}
            LEFT JOIN pg_description d ON d.classoid = 'pg_largeobject'::regclass AND d.objoid = m.oid)""";

    private static final String FILES = """
            SELECT array_agg(pg_relation_filenode(oid)::int8) || array_agg(pg_relation_filenode(reltoastrelid)::int8)
                FILTER (WHERE reltoastrelid <> 0) AS files
            FROM pg_class WHERE oid IN ('pg_largeobject'::regclass, 'pg_largeobject_metadata'::regclass,
                'pg_description'::regclass)""";

    private LargeObjectCatalog() {}

    /** {@return them as a relation} */
    static DataRelation relation(DataSession session) throws SQLException {
        return session.list(
                        FACTS, row -> relation(row.getLong("bytes"), row.getBoolean("pages"), row.getBoolean("recent")))
                .get(0);
    }

    private static DataRelation relation(long bytes, boolean pages, boolean recent) {
        Hashing hashing = recent ? Hashing.BYTEA : Hashing.TEXT;
        String source = SOURCE.replace("{held}", pages ? PAGES : READABLE)
                .replace("{bytes}", pages ? "coalesce(held.bytes, 0)" : "held.bytes")
                .replace("{hash}", hashing.hash("written", "pageno::int8"));
        List<DataColumn> columns = List.of(
                new DataColumn(KEY, Hashing.LONG, true),
                new DataColumn(CONTENT, Hashing.TEXT, false),
                new DataColumn(ATTRIBUTES, Hashing.TEXT, true));
        return new DataRelation(NAME, source, columns, List.of(KEY), bytes, false);
    }

    /** {@return how they are stored, with all that is read of them} */
    static Storage storage(DataSession session) throws SQLException {
        return session.list(FILES, row -> {
                    List<Long> files = List.of((Long[]) row.getArray("files").getArray());
                    return new Storage(files.toString(), new HashSet<>(files), true);
                })
                .get(0);
    }

    /** {@return what was read, with how many of them could not be} */
    static LargeObjects of(TableFingerprint print) {
        long read = Objects.requireNonNull(print.columns().get(CONTENT)).nonNull();
        return new LargeObjects(print, print.rows() - read);
    }
}
