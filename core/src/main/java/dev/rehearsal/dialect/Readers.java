package dev.rehearsal.dialect;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/** The imitation of transactions that read and do not end. */
public interface Readers {
    /**
     * Reads a row of each table and leaves the transaction open.
     *
     * @param database where
     * @param tables which
     * @return the transaction; the caller ends it
     * @throws SQLException if the server fails
     */
    Reading read(DatabaseAddress database, Collection<QualifiedName> tables) throws SQLException;

    /**
     * {@return whether a migrating session waits for a lock for as long as it has to, unless its own statements say
     * otherwise: no setting that it begins with limits that, and no routine of the database mentions a limit}
     *
     * @param migrating connections as the migration has them
     * @throws SQLException if the server fails
     */
    default boolean awaited(DataSource migrating) throws SQLException {
        return false;
    }

    /** A transaction that has read and holds what a reader holds. Safe for use by several threads. */
    interface Reading extends AutoCloseable {
        /** Ends the transaction, if it is still open. */
        @Override
        void close();
    }
}
