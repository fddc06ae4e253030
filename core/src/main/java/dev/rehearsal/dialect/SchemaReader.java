package dev.rehearsal.dialect;

import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.SQLException;

/**
 * Reads the catalogue of one database again and again. It stays connected from the first reading until it is closed, so
 * that the database can be neither copied nor dropped without force. Safe for use by several threads.
 */
public interface SchemaReader extends AutoCloseable {
    /**
     * {@return everything that is defined now}
     *
     * @throws SQLException if the server fails
     */
    SchemaSnapshot read() throws SQLException;

    /** Ends its session. */
    @Override
    void close() throws SQLException;
}
