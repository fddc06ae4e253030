package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.EmptyPartitions;
import dev.rehearsal.seeding.SeedTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the partitions of a table that hold no row. */
final class PartitionRows {
    /** A default partition is there for what nobody expects, and none of it can be expected. */
    private static final String LEAVES = """
            SELECT n.nspname, c.relname, c.oid::int8 FROM pg_partition_tree(%d) t JOIN pg_class c ON c.oid = t.relid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE t.isleaf AND t.level > 0 AND c.relkind = 'r'
              AND NOT EXISTS (SELECT FROM pg_partition_ancestors(c.oid) a JOIN pg_class p ON p.oid = a.relid
                              WHERE pg_get_expr(p.relpartbound, p.oid) = 'DEFAULT')
            ORDER BY 1, 2""";

    private PartitionRows() {}

    /** {@return those that hold none, by their OIDs} */
    static EmptyPartitions empty(Connection connection, SeedTable table) throws SQLException {
        Map<QualifiedName, Long> leaves = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(LEAVES.formatted(table.id()))) {
            while (row.next()) {
                leaves.put(SqlNames.relation(row.getString(1), row.getString(2)), row.getLong(3));
            }
        }
        List<QualifiedName> names = new ArrayList<>(leaves.keySet());
        List<Boolean> hold = SeedSql.answers(
                connection,
                names.stream()
                        .map(name -> "EXISTS (SELECT FROM ONLY " + SqlNames.quote(name) + ")")
                        .toList());
        int all = leaves.size();
        for (int i = 0; i < names.size(); i++) {
            if (hold.get(i)) {
                leaves.remove(names.get(i));
            }
        }
        return new EmptyPartitions(leaves, all);
    }
}
