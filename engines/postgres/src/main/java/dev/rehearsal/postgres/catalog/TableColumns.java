package dev.rehearsal.postgres.catalog;

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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Lists the columns of the user's tables. A partitioned table stands for all its partitions. */
final class TableColumns {
    private static final String COLUMNS = """
            SELECT n.nspname, c.relname, a.attname
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND {user} AND c.oid NOT IN {excluded}
            ORDER BY a.attnum
            """;

    private TableColumns() {}

    static Map<QualifiedName, List<String>> read(DataSource database, Set<QualifiedName> ignored) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(ReadingSettings.opening(ignored));
                return read(statement);
            } finally {
                connection.rollback();
            }
        }
    }

    private static Map<QualifiedName, List<String>> read(Statement statement) throws SQLException {
        Map<QualifiedName, List<String>> tables = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(SharedSql.expand(COLUMNS))) {
            while (rows.next()) {
                QualifiedName table = SqlNames.relation(rows.getString(1), rows.getString(2));
                List<String> columns = tables.computeIfAbsent(table, name -> new ArrayList<>());
                @Nullable String column = rows.getString(3);
                if (column != null) {
                    columns.add(column);
                }
            }
        }
        return tables;
    }
}
