package dev.rehearsal.dialect.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query, one at a time in the order of their hashes; a few are in memory, however many there are.
 * Not safe for use by several threads.
 */
public final class KeyedRows implements AutoCloseable {
    private static final int VALUES_IN_MEMORY = 50_000;

    private final int keys;
    private final int columns;
    private final Statement statement;
    private final ResultSet rows;
    private @Nullable KeyedRow current;

    private KeyedRows(Statement statement, ResultSet rows, int keys, int columns) {
        this.statement = statement;
        this.rows = rows;
        this.keys = keys;
        this.columns = columns;
    }

    /**
     * {@return the rows of a query; the caller closes them}
     *
     * @param statement runs it, and is closed with the rows
     * @param sql gives the order, the key's columns and the hashes
     * @param keys how many columns the key has
     * @param columns how many hashes there are
     * @throws SQLException if the server fails
     */
    public static KeyedRows of(Statement statement, String sql, int keys, int columns) throws SQLException {
        try {
            statement.setFetchSize(Math.max(100, VALUES_IN_MEMORY / (1 + keys + columns)));
            KeyedRows rows = new KeyedRows(statement, statement.executeQuery(sql), keys, columns);
            rows.advance();
            return rows;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** {@return the row to look at; null at the end} */
    @Nullable
    KeyedRow current() {
        return current;
    }

    /** Goes on to the next row. */
    void advance() throws SQLException {
        if (Thread.currentThread().isInterrupted()) {
            throw new SQLException("Interrupted while comparing rows");
        }
        current = rows.next() ? read() : null;
    }

    /** {@return all rows from here that have the same hash; there is rarely more than one} */
    List<KeyedRow> take(long order) throws SQLException {
        List<KeyedRow> group = new ArrayList<>();
        for (KeyedRow row = current; row != null && row.order() == order; row = current) {
            group.add(row);
            advance();
        }
        return group;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private KeyedRow read() throws SQLException {
        List<String> key = new ArrayList<>(keys);
        for (int i = 0; i < keys; i++) {
            key.add(rows.getString(2 + i));
        }
        List<Long> hashes = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
            hashes.add(rows.getLong(2 + keys + i));
        }
        return new KeyedRow(rows.getLong(1), key, hashes);
    }
}
