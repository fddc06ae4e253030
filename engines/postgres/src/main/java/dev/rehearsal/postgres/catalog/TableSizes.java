package dev.rehearsal.postgres.catalog;

import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.postgres.naming.SqlNames;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Counts the rows of the user's tables. A partitioned table stands for all its partitions; a table that others inherit
 * from is counted without them.
 */
final class TableSizes {
    private static final int BATCH = 200;

    /** A partitioned table may have no partition yet, or foreign ones alone: it is a table of no rows. */
    private static final String STORED = """
            SELECT n.nspname, r.relname, CASE WHEN c.oid IS NOT NULL THEN format('%I.%I', cn.nspname, c.relname) END,
                pg_total_relation_size(c.oid)
            FROM pg_class r
            JOIN pg_namespace n ON n.oid = r.relnamespace
            LEFT JOIN LATERAL (
                SELECT r.oid AS leaf WHERE r.relkind = 'r'
                UNION ALL
                SELECT t.relid FROM pg_partition_tree(r.oid) t WHERE r.relkind = 'p' AND t.isleaf
            ) leaves ON true
            LEFT JOIN (pg_class c JOIN pg_namespace cn ON cn.oid = c.relnamespace)
                ON c.oid = leaves.leaf AND c.relkind = 'r'
            WHERE r.relkind IN ('r', 'p') AND NOT r.relispartition AND {user} AND r.oid NOT IN {excluded}
            """;

    private TableSizes() {}

    static List<TableSize> read(DataSource database, Set<QualifiedName> ignored, Map<QualifiedName, Long> counted)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                Map<QualifiedName, TableSize> sizes = new TreeMap<>();
                List<Stored> stored = stored(statement, ignored, sizes);
                sizes.replaceAll((table, size) -> new TableSize(table, counted.getOrDefault(table, 0L), size.bytes()));
                count(
                        statement,
                        stored.stream()
                                .filter(one -> !counted.containsKey(one.table()))
                                .toList(),
                        sizes);
                return List.copyOf(sizes.values());
            } finally {
                connection.rollback();
            }
        }
    }

    /** Rows are counted where they are stored; {@code table} is whose they are. */
    private record Stored(QualifiedName table, String relation) {}

    private static List<Stored> stored(
            Statement statement, Set<QualifiedName> ignored, Map<QualifiedName, TableSize> sizes) throws SQLException {
        statement.execute(ReadingSettings.opening(ignored));
        List<Stored> stored = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(SharedSql.expand(STORED))) {
            while (rows.next()) {
                QualifiedName table = SqlNames.relation(rows.getString(1), rows.getString(2));
                sizes.merge(table, new TableSize(table, 0, rows.getLong(4)), TableSizes::sum);
                String relation = rows.getString(3);
                if (relation != null) {
                    stored.add(new Stored(table, relation));
                }
            }
        }
        return stored;
    }

    private static void count(Statement statement, List<Stored> stored, Map<QualifiedName, TableSize> sizes)
            throws SQLException {
        // a count takes as long as the table is large; whoever rehearses on it waits longer elsewhere
        statement.execute("SET LOCAL statement_timeout = 0");
        for (int from = 0; from < stored.size(); from += BATCH) {
            List<Stored> batch = stored.subList(from, Math.min(from + BATCH, stored.size()));
            statement.execute("SAVEPOINT batch");
            try (ResultSet rows = statement.executeQuery(counting(batch))) {
                while (rows.next()) {
                    QualifiedName table = batch.get(rows.getInt(1)).table();
                    sizes.merge(table, new TableSize(table, rows.getLong(2), 0), TableSizes::sum);
                }
            }
            // gives the locks of the batch back: a server has room for so many only
            statement.execute("ROLLBACK TO batch; RELEASE batch");
        }
    }

    /** Each row says which table it counts: a parallel plan gives them in any order. */
    private static String counting(List<Stored> batch) {
        return IntStream.range(0, batch.size())
                .mapToObj(i ->
                        "SELECT " + i + ", count(*) FROM ONLY " + batch.get(i).relation())
                .collect(Collectors.joining(" UNION ALL "));
    }

    private static TableSize sum(TableSize left, TableSize right) {
        return new TableSize(left.table(), left.rows() + right.rows(), left.bytes() + right.bytes());
    }
}
