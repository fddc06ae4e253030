package dev.rehearsal.mariadb.catalog;

import static dev.rehearsal.mariadb.catalog.Questions.USERS;

import dev.rehearsal.dialect.Catalog;
import dev.rehearsal.dialect.SchemaReader;
import dev.rehearsal.schema.InvalidIndex;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads definitions. All schemas of a server are the user's, since each live database has a server of its own. */
public final class MariaDbCatalog implements Catalog {
    private static final String SIZES =
            "SELECT TABLE_SCHEMA, TABLE_NAME, COALESCE(DATA_LENGTH, 0) + COALESCE(INDEX_LENGTH, 0)"
                    + " FROM information_schema.TABLES WHERE TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')"
                    + " AND TABLE_SCHEMA" + USERS + " ORDER BY 1, 2";
    private static final String COLUMNS = "SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.COLUMN_NAME"
            + " FROM information_schema.COLUMNS c JOIN information_schema.TABLES t USING (TABLE_SCHEMA, TABLE_NAME)"
            + " WHERE t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND c.TABLE_SCHEMA" + USERS
            + " ORDER BY 1, 2, c.ORDINAL_POSITION";

    /** Makes one. */
    public MariaDbCatalog() {}

    @Override
    public SchemaSnapshot snapshot(DataSource database, Set<QualifiedName> ignored) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return CatalogReading.of(connection, ignored);
        }
    }

    /**
     * {@return all that is defined now}
     *
     * @param connection whose settings are changed
     * @param ignored tables that are not the user's
     * @throws SQLException if the server fails
     */
    public static SchemaSnapshot read(Connection connection, Set<QualifiedName> ignored) throws SQLException {
        return CatalogReading.of(connection, ignored);
    }

    @Override
    public SchemaReader reader(DataSource database, Set<QualifiedName> ignored) {
        return new Reader(database, ignored);
    }

    @Override
    public List<TableSize> sizes(DataSource database, Set<QualifiedName> ignored, Map<QualifiedName, Long> counted)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            Questions questions = Questions.on(connection);
            List<TableSize> sizes = new ArrayList<>();
            for (List<String> row : questions.rows(SIZES)) {
                QualifiedName table = Names.relation(row.get(0), row.get(1));
                if (!ignored.contains(table)) {
                    Long known = counted.get(table);
                    sizes.add(new TableSize(
                            table, known == null ? count(questions, table) : known, Long.parseLong(row.get(2))));
                }
            }
            return sizes;
        }
    }

    private static long count(Questions questions, QualifiedName table) throws SQLException {
        return Long.parseLong(questions
                .rows("SELECT COUNT(*) FROM " + Names.quoted(table))
                .get(0)
                .get(0));
    }

    @Override
    public Map<QualifiedName, List<String>> columns(DataSource database, Set<QualifiedName> ignored)
            throws SQLException {
        try (Connection connection = database.getConnection()) {
            Map<QualifiedName, List<String>> columns = new TreeMap<>();
            for (List<String> row : Questions.on(connection).rows(COLUMNS)) {
                columns.computeIfAbsent(Names.relation(row.get(0), row.get(1)), table -> new ArrayList<>())
                        .add(row.get(2));
            }
            columns.keySet().removeAll(ignored);
            return columns;
        }
    }

    /** A build that fails leaves nothing; an index that is ignored was made so, and its definition says it. */
    @Override
    public List<InvalidIndex> invalidIndexes(DataSource database, Set<QualifiedName> ignored) {
        return List.of();
    }

    /** Stays connected between its readings. */
    private static final class Reader implements SchemaReader {
        private final DataSource database;
        private final Set<QualifiedName> ignored;
        private @Nullable Connection connection;

        Reader(DataSource database, Set<QualifiedName> ignored) {
            this.database = database;
            this.ignored = Set.copyOf(ignored);
        }

        @Override
        public synchronized SchemaSnapshot read() throws SQLException {
            Connection open = connection;
            if (open == null) {
                open = database.getConnection();
                connection = open;
            }
            return CatalogReading.of(open, ignored);
        }

        @Override
        public synchronized void close() throws SQLException {
            if (connection != null) {
                connection.close();
            }
        }
    }
}
