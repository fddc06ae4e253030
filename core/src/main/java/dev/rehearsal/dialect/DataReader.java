package dev.rehearsal.dialect;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.Map;

/**
 * Reads what one database holds, again and again. A table that has certainly been left alone since it was last read may be
 * passed over; a guess is never enough. Safe for use by several threads.
 */
public interface DataReader {
    /**
     * {@return what all tables and sequences hold now}
     *
     * @throws SQLException if the server fails
     */
    DataFingerprint read() throws SQLException;

    /**
     * {@return the row counts of tables that have certainly been left alone since the last reading; of others nothing}
     *
     * @throws SQLException if the server fails
     */
    Map<QualifiedName, Long> rowsLeftAlone() throws SQLException;
}
