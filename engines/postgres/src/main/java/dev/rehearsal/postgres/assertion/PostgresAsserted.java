package dev.rehearsal.postgres.assertion;

import dev.rehearsal.dialect.assertion.AssertedDatabase;
import dev.rehearsal.dialect.assertion.AssertedTable;
import dev.rehearsal.dialect.assertion.LookQueries;
import dev.rehearsal.dialect.assertion.NotThereException;
import dev.rehearsal.postgres.catalog.NamedObjects;
import dev.rehearsal.text.NearestName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A conversation with one PostgreSQL database. Not for several threads. */
public final class PostgresAsserted implements AssertedDatabase {
    private final DataSource source;
    private @Nullable Connection connection;

    /**
     * Makes one; nothing is opened yet.
     *
     * @param source connections to the database
     */
    public PostgresAsserted(DataSource source) {
        this.source = source;
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = source.getConnection();
        }
        return connection;
    }

    @Override
    public Optional<SQLException> attempt(String sql) throws SQLException {
        connection().setAutoCommit(false);
        try {
            Queries.execute(connection(), sql);
            Queries.execute(connection(), "SET CONSTRAINTS ALL IMMEDIATE");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        } finally {
            connection().rollback();
            connection().setAutoCommit(true);
        }
    }

    @Override
    public List<List<@Nullable String>> rows(String query) throws SQLException {
        return Queries.rows(connection(), query);
    }

    @Override
    public String emptying(List<String> tables) {
        return "TRUNCATE " + String.join(", ", tables) + " CASCADE";
    }

    @Override
    public boolean hasTable(String table) throws SQLException {
        return NamedObjects.table(connection(), table).isPresent();
    }

    @Override
    public AssertedTable table(String table) throws SQLException {
        Optional<NamedObjects.Table> found = NamedObjects.table(connection(), table);
        if (found.isEmpty()) {
            throw new NotThereException(
                    "table " + table, "there is none. " + NearestName.hint(table, NamedObjects.tables(connection())));
        }
        return new PostgresTable(connection(), found.get());
    }

    @Override
    public String type(String type) throws SQLException {
        int modifier = type.indexOf('(');
        String base = modifier < 0 ? type : type.substring(0, modifier);
        String rest = modifier < 0 ? "" : type.substring(modifier).replace(" ", "");
        return NamedObjects.type(connection(), base.strip()).orElse(base) + rest;
    }

    @Override
    public Optional<IndexDefinition> index(String name) throws SQLException {
        return NamedObjects.index(connection(), name);
    }

    @Override
    public IndexUse use(String query, IndexDefinition index) throws SQLException {
        return ServedQuery.use(connection(), query, index);
    }

    @Override
    public LookQueries look() {
        return new CatalogueLooks();
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
