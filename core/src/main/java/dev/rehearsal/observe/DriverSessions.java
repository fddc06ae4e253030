package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import java.sql.Connection;
import java.sql.SQLException;

/** What an engine knows of a session by its driver. Stateless; safe for use by threads. */
public interface DriverSessions {
    /**
     * {@return the number by which the server knows the session}
     *
     * @param fresh a connection that was just opened, and has no transaction yet
     * @throws SQLException if it cannot be asked
     */
    long id(Connection fresh) throws SQLException;

    /**
     * {@return the transaction that the session is in, as the driver knows it; the server is not asked}
     *
     * @param connection of the driver's own
     * @throws SQLException if it is closed
     */
    RunSession.Transaction transaction(Connection connection) throws SQLException;
}
