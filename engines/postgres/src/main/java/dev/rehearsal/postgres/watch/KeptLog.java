package dev.rehearsal.postgres.watch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the write-ahead log of a phase until it has been read: a temporary replication slot, which the server drops with
 * the session that made it. Without one the server may throw a segment away at its next checkpoint, and each copy of a
 * database makes one.
 *
 * @param obstacle why nothing keeps the log; null if the slot does
 */
record KeptLog(@Nullable String obstacle) {
    private static final String SLOT = """
            SELECT pg_catalog.pg_create_physical_replication_slot(
                'rehearsal_' || pg_catalog.pg_backend_pid(), immediately_reserve => true, temporary => true)""";

    /**
     * {@return the log from now on}
     *
     * @param observer the session that the log is kept for, in autocommit
     */
    static KeptLog from(Connection observer) {
        try (Statement statement = observer.createStatement();
                ResultSet slot = statement.executeQuery(SLOT)) {
            return new KeptLog(slot.next() ? null : "no replication slot was made");
        } catch (SQLException e) {
            return new KeptLog(e.getMessage());
        }
    }

    /** {@return a failure to read the log, with the remedy where it may be that nothing has kept it} */
    SQLException explained(SQLException failure) {
        return obstacle == null
                ? failure
                : new SQLException(
                        failure.getMessage() + "; nothing kept the log: " + obstacle
                                + "; a free replication slot or wal_keep_size = 512MB would",
                        failure.getSQLState(),
                        failure);
    }
}
