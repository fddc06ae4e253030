package dev.rehearsal.sql;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * One row, as golang-migrate writes it: the version, and whether it is still on its way there. It is written anew before
 * and after each file, in a transaction of its own.
 *
 * @param name the table
 */
record DirtyFlagTable(QualifiedName name) implements HistoryTable {
    @Override
    public void make(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(connection)) {
                statement.execute("CREATE TABLE IF NOT EXISTS " + quoted(connection)
                        + " (version bigint not null primary key, dirty boolean not null)");
            }
        }
    }

    @Override
    public Optional<Standing> read(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT version, dirty FROM " + quoted(connection) + " LIMIT 1")) {
            return row.next() ? Optional.of(new Standing(row.getLong(1), row.getBoolean(2))) : Optional.empty();
        }
    }

    /** Nothing, and clean, is no row. */
    @Override
    public void write(Connection connection, long version, boolean dirty) throws SQLException {
        connection.setAutoCommit(false);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("TRUNCATE " + quoted(connection));
            }
            if (version != NOTHING || dirty) {
                insert(connection, version, dirty);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void insert(Connection connection, long version, boolean dirty) throws SQLException {
        String sql = "INSERT INTO " + quoted(connection) + " (version, dirty) VALUES (?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, version);
            statement.setBoolean(2, dirty);
            statement.execute();
        }
    }

    private String quoted(Connection connection) throws SQLException {
        return name.quoted(connection.getMetaData().getIdentifierQuoteString());
    }

    private boolean exists(Connection connection) throws SQLException {
        String escape = connection.getMetaData().getSearchStringEscape();
        String table = name.name().replace("_", escape + "_");
        try (ResultSet tables = connection.getMetaData().getTables(null, name.schema(), table, null)) {
            return tables.next();
        }
    }
}
