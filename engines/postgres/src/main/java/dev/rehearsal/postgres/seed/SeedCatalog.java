package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.catalog.KeyColumns;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.ForeignKey;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.UniqueKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the user's tables and what they demand of their rows. */
final class SeedCatalog {
    /** Tables of the user's: not of a system, of an extension, or a partition of another. */
    private static final String USERS = """
            c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence <> 't'
            AND s.nspname !~ '^pg_' AND s.nspname <> 'information_schema'
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                            AND d.deptype = 'e')""";

    private static final String TABLES = "SELECT c.oid::int8, s.nspname, c.relname, c.relkind = 'p' FROM pg_class c"
            + " JOIN pg_namespace s ON s.oid = c.relnamespace WHERE " + USERS;

    private static final String COLUMNS = """
            SELECT a.attnum, a.attname, a.atttypid::int8, a.atttypmod, format_type(a.atttypid, a.atttypmod),
              a.attnotnull OR EXISTS (SELECT FROM pg_partition_tree(a.attrelid) t JOIN pg_attribute p
                ON p.attrelid = t.relid AND p.attname = a.attname AND p.attnotnull WHERE t.level > 0),
              a.attgenerated <> '', pg_get_expr(d.adbin, d.adrelid),
              q.seqrelid::regclass::text, q.seqstart, q.seqincrement, a.attrelid::int8 AS owner
            FROM pg_attribute a
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN LATERAL (SELECT * FROM pg_sequence WHERE seqrelid IN (
                SELECT objid FROM pg_depend WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass
                  AND refobjid = a.attrelid AND refobjsubid = a.attnum AND deptype IN ('a', 'i')
                UNION ALL SELECT refobjid FROM pg_depend WHERE classid = 'pg_attrdef'::regclass AND objid = d.oid
                  AND refclassid = 'pg_class'::regclass) LIMIT 1) q ON true
            WHERE a.attrelid = ANY (?) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum""";

    private static final String CHECKS =
            "SELECT pg_get_expr(conbin, conrelid), conrelid::int8 AS owner FROM pg_constraint"
                    + " WHERE conrelid = ANY (?) AND contype = 'c' ORDER BY conname";

    private static final String UNIQUE = """
            SELECT (SELECT array_agg(DISTINCT a.attname::text ORDER BY a.attname::text) FROM pg_attribute a
                    WHERE a.attrelid = i.indrelid AND (a.attnum = ANY (i.indkey[0:i.indnkeyatts - 1])
                      OR a.attnum IN (SELECT refobjsubid FROM pg_depend WHERE classid = 'pg_class'::regclass
                           AND objid = i.indexrelid AND refclassid = 'pg_class'::regclass AND refobjid = i.indrelid
                           AND position(a.attname::text IN pg_get_expr(i.indexprs, i.indrelid)) > 0)) AND a.attnum > 0),
              coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::bool, false) OR i.indisprimary,
              i.indpred IS NOT NULL, NOT i.indisexclusion,
              coalesce(pg_partition_root(i.indrelid)::oid, i.indrelid)::int8 AS owner
            FROM pg_index i WHERE coalesce(pg_partition_root(i.indrelid)::oid, i.indrelid) = ANY (?)
              AND (i.indisunique OR i.indisexclusion)
              AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = i.indexrelid)
            ORDER BY i.indnkeyatts, i.indexrelid""";

    private static final String FOREIGN_KEYS = """
            SELECT
              {own}, s.nspname, p.relname, {theirs},
              f.condeferrable, f.conrelid::int8 AS owner
            FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid JOIN pg_namespace s ON s.oid = p.relnamespace
            WHERE f.conrelid = ANY (?) AND f.contype = 'f' AND (f.conparentid = 0
              OR NOT EXISTS (SELECT FROM pg_constraint o WHERE o.oid = f.conparentid AND o.conrelid = f.conrelid))
            ORDER BY cardinality(f.conkey) DESC, f.conname""".replace("{own}", KeyColumns.names("f.conrelid", "f.conkey"))
            .replace("{theirs}", KeyColumns.names("f.confrelid", "f.confkey"));

    private final Connection connection;

    SeedCatalog(Connection connection) {
        this.connection = connection;
    }

    /** Each question is asked once for all tables: a history of hundreds asks for them after each version. */
    Map<QualifiedName, SeedTable> tables(Set<QualifiedName> ignored) throws SQLException {
        List<Found> all = found(ignored);
        Array ids = connection.createArrayOf("oid", all.stream().map(Found::id).toArray());
        TypeReader types = new TypeReader(connection, ids);
        Map<Long, List<SeedColumn>> columns = byTable(COLUMNS, ids, row -> column(row, types));
        Map<Long, List<String>> checks = byTable(CHECKS, ids, row -> row.getString(1));
        Map<Long, List<UniqueKey>> keys = byTable(UNIQUE, ids, SeedCatalog::uniqueKey);
        Map<Long, List<ForeignKey>> foreignKeys = byTable(FOREIGN_KEYS, ids, SeedCatalog::foreignKey);
        Map<QualifiedName, SeedTable> tables = new TreeMap<>();
        for (Found found : all) {
            tables.put(
                    found.name,
                    new SeedTable(
                            found.id,
                            found.name,
                            found.partitioned,
                            columns.getOrDefault(found.id, List.of()),
                            checks.getOrDefault(found.id, List.of()),
                            keys.getOrDefault(found.id, List.of()),
                            foreignKeys.getOrDefault(found.id, List.of()),
                            List.of()));
        }
        return tables;
    }

    private static SeedColumn column(ResultSet row, TypeReader types) throws SQLException {
        String expression = row.getString(8);
        boolean generated = row.getBoolean(7);
        DataType type = types.type(row.getLong(3), row.getInt(4), row.getString(5));
        return new SeedColumn(
                row.getInt(1),
                row.getString(2),
                type,
                row.getBoolean(6) || type.refusesNull(),
                generated ? expression : null,
                generated ? null : expression,
                sequence(row));
    }

    private static SeedColumn.@Nullable Sequence sequence(ResultSet row) throws SQLException {
        String name = row.getString(9);
        return name == null ? null : new SeedColumn.Sequence(name, row.getLong(10), row.getLong(11));
    }

    private static UniqueKey uniqueKey(ResultSet row) throws SQLException {
        return new UniqueKey(
                TypeReader.list(row.getArray(1), String.class),
                !row.getBoolean(2),
                row.getBoolean(3),
                row.getBoolean(4));
    }

    private static ForeignKey foreignKey(ResultSet row) throws SQLException {
        return new ForeignKey(
                TypeReader.list(row.getArray(1), String.class),
                SqlNames.relation(row.getString(2), row.getString(3)),
                TypeReader.list(row.getArray(4), String.class),
                row.getBoolean(5));
    }

    private List<Found> found(Set<QualifiedName> ignored) throws SQLException {
        List<Found> list = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                QualifiedName name = SqlNames.relation(row.getString(2), row.getString(3));
                if (!ignored.contains(name)) {
                    list.add(new Found(row.getLong(1), name, row.getBoolean(4)));
                }
            }
        }
        return list;
    }

    private <T> Map<Long, List<T>> byTable(String sql, Array ids, Reader<T> reader) throws SQLException {
        Map<Long, List<T>> lists = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lists.computeIfAbsent(row.getLong("owner"), id -> new ArrayList<>())
                            .add(reader.read(row));
                }
            }
        }
        return lists;
    }

    private record Found(long id, QualifiedName name, boolean partitioned) {}

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
