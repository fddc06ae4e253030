package dev.rehearsal.postgres.catalog;

import dev.rehearsal.dialect.Catalog;
import dev.rehearsal.dialect.SchemaReader;
import dev.rehearsal.schema.InvalidIndex;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Reads the whole catalogue of a PostgreSQL in one round trip, whatever its size. Each call opens a connection of its
 * own and closes it; no lock outlives the call. Stateless; safe for use by threads.
 */
public final class PostgresCatalog implements Catalog {
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
            return Answers.to(
                    connection,
                    ReadingSettings.opening(ignored) + limits + String.join(";\n", CatalogQuestions.of(connection)));
        }
    }

    @Override
    public SchemaReader reader(DataSource database, Set<QualifiedName> ignored) {
        return new PreparedReading(database, ReadingSettings.opening(ignored));
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

    @Override
    public List<InvalidIndex> invalidIndexes(DataSource database, Set<QualifiedName> ignored) throws SQLException {
        return InvalidIndexes.read(database, ignored);
    }
}
