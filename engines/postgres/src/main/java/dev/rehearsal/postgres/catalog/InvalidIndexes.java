package dev.rehearsal.postgres.catalog;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.InvalidIndex;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Lists the indexes that are not valid, such as one that could not be built to its end without a lock. */
final class InvalidIndexes {
    private static final String INVALID = """
            SELECT n.nspname, x.relname, tn.nspname, c.relname
            FROM pg_index i
            JOIN pg_class x ON x.oid = i.indexrelid
            JOIN pg_namespace n ON n.oid = x.relnamespace
            JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_namespace tn ON tn.oid = c.relnamespace
            WHERE NOT i.indisvalid AND c.relkind <> 't' AND {user} AND c.oid NOT IN {excluded}
            ORDER BY 1, 2
            """;

    private InvalidIndexes() {}

    static List<InvalidIndex> read(DataSource database, Set<QualifiedName> ignored) throws SQLException {
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

    private static List<InvalidIndex> read(Statement statement) throws SQLException {
        List<InvalidIndex> invalid = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(SharedSql.expand(INVALID))) {
            while (row.next()) {
                invalid.add(new InvalidIndex(
                        SqlNames.relation(row.getString(1), row.getString(2)),
                        SqlNames.relation(row.getString(3), row.getString(4))));
            }
        }
        return invalid;
    }
}
