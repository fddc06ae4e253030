package dev.rehearsal.postgres.data;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How a relation's rows are stored. As long as two of them are equal and the log tells of no write to the files, its rows
 * are the same and read the same.
 *
 * @param form its parts with their files, and its columns with their types, as one text
 * @param files the numbers of its files and of their TOAST tables' files
 * @param told whether all that can change its rows reaches the log: not where it is unlogged, foreign or no heap; where
 *     the catalogue can change what a value reads as, as with types of the user's own and with names of objects, it is
 *     not told either
 */
record Storage(String form, Set<Long> files, boolean told) {
    private static final String OF_ALL = """
            WITH part AS (
                SELECT c.oid AS root, p.oid, p.relkind, p.relam, p.relpersistence, p.relispopulated, p.reltablespace,
                    pg_relation_filenode(p.oid)::int8 AS file, pg_relation_filenode(p.reltoastrelid)::int8 AS toast
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                CROSS JOIN LATERAL (
                    SELECT c.oid AS id WHERE c.relkind <> 'p'
                    UNION ALL SELECT t.relid FROM pg_partition_tree(c.oid) t WHERE c.relkind = 'p') tree
                JOIN pg_class p ON p.oid = tree.id
                WHERE c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition AND c.relpersistence <> 't'
                    AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ), form AS (
                SELECT root, array_agg(ROW(part.*)::text ORDER BY part.oid)::text AS parts,
                    array_remove(array_agg(file) || array_agg(toast), NULL) AS files,
                    bool_and(relpersistence = 'p' AND (relkind = 'p' OR relkind IN ('r', 'm') AND relam = heap.oid)) AS told
                FROM part CROSS JOIN (SELECT oid FROM pg_am WHERE amname = 'heap') heap GROUP BY root
            ), attribute AS (
                SELECT p.root, array_agg(ROW(a.attrelid, a.attnum, a.attname, a.atttypid, a.atttypmod, a.attcollation,
                        a.attgenerated, a.attmissingval)::text ORDER BY a.attrelid, a.attnum)::text AS columns,
                    bool_and(a.atttypid < 16384 AND a.attgenerated <> 'v' AND t.typname !~ '^_?reg') AS told
                FROM part p
                JOIN pg_attribute a ON a.attrelid = p.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type t ON t.oid = a.atttypid
                GROUP BY p.root
            )
            SELECT n.nspname, c.relname, f.parts || coalesce(a.columns, '') AS form, f.files,
                f.told AND coalesce(a.told, true) AS told
            FROM form f JOIN pg_class c ON c.oid = f.root JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN attribute a ON a.root = f.root""";

    Storage {
        files = Set.copyOf(files);
    }

    /** {@return how every relation of a database is stored} */
    static Map<QualifiedName, Storage> read(DataSession session) throws SQLException {
        Map<QualifiedName, Storage> all = new HashMap<>();
        session.list(
                OF_ALL,
                row -> all.put(
                        SqlNames.relation(row.getString("nspname"), row.getString("relname")),
                        new Storage(row.getString("form"), files(row), row.getBoolean("told"))));
        return all;
    }

    private static Set<Long> files(ResultSet row) throws SQLException {
        return new HashSet<>(Arrays.asList((Long[]) row.getArray("files").getArray()));
    }
}
