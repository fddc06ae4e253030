package dev.rehearsal.postgres.seed;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the user's tables and what they demand of their rows. */
final class CatalogReader {
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
              a.attnotnull, a.attgenerated <> '', pg_get_expr(d.adbin, d.adrelid),
              q.seqrelid::regclass::text, q.seqstart, q.seqincrement
            FROM pg_attribute a
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN LATERAL (SELECT * FROM pg_sequence WHERE seqrelid IN (
                SELECT objid FROM pg_depend WHERE classid = 'pg_class'::regclass AND refclassid = 'pg_class'::regclass
                  AND refobjid = a.attrelid AND refobjsubid = a.attnum AND deptype IN ('a', 'i')
                UNION ALL SELECT refobjid FROM pg_depend WHERE classid = 'pg_attrdef'::regclass AND objid = d.oid
                  AND refclassid = 'pg_class'::regclass) LIMIT 1) q ON true
            WHERE a.attrelid = %d AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum""";

    private static final String CHECKS = "SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint"
            + " WHERE conrelid = %d AND contype = 'c' ORDER BY conname";

    private static final String UNIQUE = """
            SELECT (SELECT array_agg(DISTINCT a.attname::text ORDER BY a.attname::text) FROM pg_attribute a
                    WHERE a.attrelid = i.indrelid AND (a.attnum = ANY (i.indkey[0:i.indnkeyatts - 1])
                      OR a.attnum IN (SELECT refobjsubid FROM pg_depend WHERE classid = 'pg_class'::regclass
                           AND objid = i.indexrelid AND refclassid = 'pg_class'::regclass AND refobjid = i.indrelid
                           AND position(a.attname::text IN pg_get_expr(i.indexprs, i.indrelid)) > 0)) AND a.attnum > 0),
              coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::bool, false) OR i.indisprimary
            FROM pg_index i WHERE i.indrelid = %d AND (i.indisunique OR i.indisexclusion)
            ORDER BY i.indnkeyatts, i.indexrelid""";

    private static final String FOREIGN_KEYS = """
            SELECT
              (SELECT array_agg(a.attname::text ORDER BY k.o) FROM unnest(f.conkey) WITH ORDINALITY k(n, o)
               JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.n),
              s.nspname, p.relname,
              (SELECT array_agg(a.attname::text ORDER BY k.o) FROM unnest(f.confkey) WITH ORDINALITY k(n, o)
               JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.n)
            FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid JOIN pg_namespace s ON s.oid = p.relnamespace
            WHERE f.conrelid = %d AND f.contype = 'f' AND (f.conparentid = 0
              OR NOT EXISTS (SELECT FROM pg_constraint o WHERE o.oid = f.conparentid AND o.conrelid = f.conrelid))
            ORDER BY cardinality(f.conkey) DESC, f.conname""";

    private final Connection connection;
    private final TypeReader types;

    CatalogReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.types = new TypeReader(connection);
    }

    Map<QualifiedName, Table> tables(Set<QualifiedName> ignored) throws SQLException {
        Map<QualifiedName, Table> tables = new TreeMap<>();
        for (Found found : list(TABLES, CatalogReader::found)) {
            if (!ignored.contains(found.name)) {
                tables.put(found.name, table(found));
            }
        }
        return tables;
    }

    private Table table(Found found) throws SQLException {
        return new Table(
                found.id,
                found.name,
                found.partitioned,
                list(COLUMNS.formatted(found.id), this::column),
                list(CHECKS.formatted(found.id), row -> row.getString(1)),
                list(UNIQUE.formatted(found.id), CatalogReader::uniqueKey),
                list(FOREIGN_KEYS.formatted(found.id), CatalogReader::foreignKey));
    }

    private Column column(ResultSet row) throws SQLException {
        String expression = row.getString(8);
        boolean generated = row.getBoolean(7);
        DataType type = types.type(row.getLong(3), row.getInt(4), row.getString(5));
        return new Column(
                row.getInt(1),
                row.getString(2),
                type,
                row.getBoolean(6) || type.refusesNull(),
                generated ? expression : null,
                generated ? null : expression,
                sequence(row));
    }

    private static Column.@Nullable Sequence sequence(ResultSet row) throws SQLException {
        String name = row.getString(9);
        return name == null ? null : new Column.Sequence(name, row.getLong(10), row.getLong(11));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(row.getLong(1), new QualifiedName(row.getString(2), row.getString(3)), row.getBoolean(4));
    }

    private static UniqueKey uniqueKey(ResultSet row) throws SQLException {
        return new UniqueKey(TypeReader.list(row.getArray(1), String.class), !row.getBoolean(2));
    }

    private static ForeignKey foreignKey(ResultSet row) throws SQLException {
        return new ForeignKey(
                TypeReader.list(row.getArray(1), String.class),
                new QualifiedName(row.getString(2), row.getString(3)),
                TypeReader.list(row.getArray(4), String.class));
    }

    private <T> List<T> list(String sql, Reader<T> reader) throws SQLException {
        List<T> list = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                list.add(reader.read(row));
            }
        }
        return list;
    }

    private record Found(long id, QualifiedName name, boolean partitioned) {}

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
