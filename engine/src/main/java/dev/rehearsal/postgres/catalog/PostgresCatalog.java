package dev.rehearsal.postgres.catalog;

import dev.rehearsal.dialect.Catalog;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the whole catalogue of a PostgreSQL in one round trip, whatever its size. Each call opens a connection of its
 * own and closes it; no lock outlives the call. Stateless; safe for use by threads.
 */
public final class PostgresCatalog implements Catalog {
    private static final List<CatalogQueries> GROUPS = List.of(
            TableQueries::queries,
            ColumnQueries::queries,
            ConstraintQueries::queries,
            ViewQueries::queries,
            RoutineQueries::queries,
            TypeQueries::queries,
            OperatorQueries::queries,
            TextQueries::queries,
            SecurityQueries::queries,
            CommentQueries::queries,
            DatabaseQueries::queries,
            ReplicationQueries::queries,
            ClusterQueries::queries);

    private final String limits;

    /** Makes one with time enough for the largest catalogue. */
    public PostgresCatalog() {
        this("");
    }

    private PostgresCatalog(String limits) {
        this.limits = limits;
    }

    /**
     * {@return a catalogue that gives up after a while}
     *
     * @param statement after which a statement is given up
     * @param lock after which a lock is no longer waited for
     */
    public static PostgresCatalog within(Duration statement, Duration lock) {
        return new PostgresCatalog("SET LOCAL statement_timeout = " + statement.toMillis()
                + ";\nSET LOCAL lock_timeout = " + lock.toMillis() + ";\n");
    }

    @Override
    public SchemaSnapshot snapshot(DataSource database, Set<QualifiedName> ignored) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            ServerVersion version = new ServerVersion(connection.getMetaData().getDatabaseMajorVersion());
            Map<SchemaObject, String> definitions = new HashMap<>();
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                statement.execute(Session.opening(ignored) + limits + everything(version));
                readAll(statement, definitions);
            } finally {
                connection.rollback();
            }
            return SchemaSnapshot.of(definitions);
        }
    }

    @Override
    public List<TableSize> sizes(DataSource database, Set<QualifiedName> ignored, Map<QualifiedName, Long> counted)
            throws SQLException {
        return TableSizes.read(database, ignored, counted);
    }

    @Override
    public Map<QualifiedName, List<String>> columns(DataSource database, Set<QualifiedName> ignored)
            throws SQLException {
        return TableColumns.read(database, ignored);
    }

    private static String everything(ServerVersion version) {
        return GROUPS.stream()
                .flatMap(group -> group.queries(version).stream())
                .map(Sql::expand)
                .collect(Collectors.joining(";\n"));
    }

    private static void readAll(Statement statement, Map<SchemaObject, String> definitions) throws SQLException {
        do {
            ResultSet rows = statement.getResultSet();
            if (rows != null && rows.getMetaData().getColumnCount() > 1) {
                read(rows, definitions);
            }
        } while (statement.getMoreResults() || statement.getUpdateCount() != -1);
    }

    private static void read(ResultSet rows, Map<SchemaObject, String> definitions) throws SQLException {
        boolean owned = rows.getMetaData().getColumnCount() > 3;
        while (rows.next()) {
            SchemaObject object = new SchemaObject(rows.getString(1), rows.getString(2));
            add(definitions, object, rows.getString(3));
            if (owned) {
                add(definitions, new SchemaObject("owner of " + object.type(), object.name()), rows.getString(4));
            }
        }
    }

    /** Two objects of one name would hide each other's differences: a defect of ours, never to be passed over. */
    private static void add(Map<SchemaObject, String> definitions, SchemaObject object, @Nullable String definition) {
        if (definition == null) {
            throw new IllegalStateException("The catalogue gives no definition of " + object);
        }
        if (definitions.putIfAbsent(object, definition) != null) {
            throw new IllegalStateException("The catalogue names two objects " + object);
        }
    }
}
