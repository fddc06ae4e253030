package dev.rehearsal.postgres.removal;

import dev.rehearsal.dialect.RowRemoval;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.postgres.catalog.KeyColumns;
import dev.rehearsal.postgres.catalog.NamedObjects;
import dev.rehearsal.postgres.error.RefusalText;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.result.TakenRows;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Deletes by the condition that the server's refusal gives, and then what refers to a row that is gone. Triggers and
 * keys of the user's do not run meanwhile, where our role may switch them off.
 */
public final class PostgresRowRemoval implements RowRemoval {
    private static final String REFERENCES = """
            SELECT n.nspname, c.relname, m.nspname, p.relname, {own}, {theirs}
            FROM pg_catalog.pg_constraint k
            JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_class p ON p.oid = k.confrelid JOIN pg_catalog.pg_namespace m ON m.oid = p.relnamespace
            WHERE k.contype = 'f' AND k.convalidated AND k.conparentid = 0""".replace("{own}", KeyColumns.names("k.conrelid", "k.conkey"))
            .replace("{theirs}", KeyColumns.names("k.confrelid", "k.confkey"));

    @Override
    public List<TakenRows> takeOut(DataSource database, RunFailure failure) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            List<TakenRows> taken = takeOut(connection, failure, key -> Rejection.of(failure, key));
            connection.commit();
            return taken;
        }
    }

    @Override
    public boolean tries() {
        return true;
    }

    @Override
    public List<TakenRows> takeOut(DataSource database, DataSource trial, List<String> statements, RunFailure failure)
            throws SQLException {
        Rejection found;
        try (Connection connection = trial.getConnection()) {
            connection.setAutoCommit(false);
            found = new RowTrials(connection, statements, failure).rejection();
            connection.rollback();
        }
        return found == null ? List.of() : takeOut(database, failure, found);
    }

    private static List<TakenRows> takeOut(DataSource database, RunFailure failure, Rejection rejection)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            List<TakenRows> taken = takeOut(connection, failure, key -> rejection);
            connection.commit();
            return taken;
        }
    }

    /** What the server refuses here is not known well enough: then nothing is taken out. */
    private static List<TakenRows> takeOut(
            Connection connection,
            RunFailure failure,
            Function<Function<String, List<String>>, @Nullable Rejection> rejected)
            throws SQLException {
        Savepoint untouched = connection.setSavepoint();
        try {
            lookWhereTheScriptDid(connection, failure.fault().concerned().relation());
            Rejection rejection = rejected.apply(table -> primaryKey(connection, table));
            if (rejection == null) {
                return List.of();
            }
            withoutTriggers(connection);
            Map<String, Long> taken = new LinkedHashMap<>();
            delete(connection, rejection.table(), rejection.condition(), taken);
            orphans(connection, taken);
            return taken.entrySet().stream()
                    .map(entry -> new TakenRows(entry.getKey(), entry.getValue()))
                    .toList();
        } catch (SQLException e) {
            if (!connection.isValid(1)) {
                throw e;
            }
            connection.rollback(untouched);
            return List.of();
        }
    }

    /** What a script names without a schema stands beside the table that its error concerns, or in the usual schema. */
    private static void lookWhereTheScriptDid(Connection connection, @Nullable QualifiedName relation)
            throws SQLException {
        if (relation != null) {
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT pg_catalog.set_config('search_path', ? || ', public', true)")) {
                statement.setString(1, SqlNames.quote(relation.schema()));
                statement.execute();
            }
        }
    }

    static void withoutTriggers(Connection connection) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL session_replication_role = replica");
        } catch (SQLException onlyForSuperusers) {
            connection.rollback(before);
        }
    }

    private static boolean delete(Connection connection, String table, String condition, Map<String, Long> taken)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            long rows = statement.executeLargeUpdate("DELETE FROM " + table + " AS child WHERE " + condition);
            if (rows > 0) {
                taken.merge(table, rows, Long::sum);
            }
            return rows > 0;
        }
    }

    /** A row that is gone may leave others that refer to it, and these again others. */
    private static void orphans(Connection connection, Map<String, Long> taken) throws SQLException {
        List<Reference> references = references(connection);
        boolean more = !taken.isEmpty();
        while (more) {
            more = false;
            for (Reference reference : references) {
                if (taken.containsKey(reference.parent())) {
                    more |= delete(
                            connection,
                            reference.child(),
                            RefusalText.present(reference.own()) + " AND "
                                    + RefusalText.absent(reference.own(), reference.parent(), reference.theirs()),
                            taken);
                }
            }
        }
    }

    private static List<Reference> references(Connection connection) throws SQLException {
        List<Reference> references = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(REFERENCES)) {
            while (row.next()) {
                references.add(new Reference(
                        SqlNames.relation(row.getString(1), row.getString(2)).shown(),
                        columns(row, 5),
                        SqlNames.relation(row.getString(3), row.getString(4)).shown(),
                        columns(row, 6)));
            }
        }
        return references;
    }

    private static List<String> columns(ResultSet row, int index) throws SQLException {
        return shown(List.of((String[]) row.getArray(index).getArray()));
    }

    private static List<String> shown(List<String> columns) {
        return columns.stream().map(SqlNames::display).toList();
    }

    private static List<String> primaryKey(Connection connection, String table) {
        try {
            return NamedObjects.table(connection, table)
                    .map(found -> shown(found.key()))
                    .orElse(List.of());
        } catch (SQLException unknown) {
            return List.of();
        }
    }

    /**
     * A foreign key.
     *
     * @param child the table that refers
     * @param own its columns
     * @param parent the table that is referred to
     * @param theirs its columns
     */
    private record Reference(String child, List<String> own, String parent, List<String> theirs) {}
}
