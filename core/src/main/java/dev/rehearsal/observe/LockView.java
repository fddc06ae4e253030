package dev.rehearsal.observe;

import java.sql.Connection;
import java.sql.SQLException;

/** Looks at the locks of the migrating sessions. Not safe for use by several threads. */
@FunctionalInterface
public interface LockView {
    /**
     * {@return what is to be seen now}
     *
     * @param boundary whether no statement of the migration runs
     * @throws SQLException if the server cannot be asked, or gives an answer that it gave before
     */
    Sample now(boolean boundary) throws SQLException;

    /** Makes looks on a connection. */
    @FunctionalInterface
    interface Maker {
        /** {@return looks on it} */
        LockView on(Connection connection) throws SQLException;
    }
}
