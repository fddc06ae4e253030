package dev.rehearsal.provider.embedded;

import dev.rehearsal.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;

/** MariaDB's driver, which only its engine has. */
@FunctionalInterface
public interface MariaDbConnector {
    /**
     * {@return a connection that answers}
     *
     * @param address where to
     * @throws SQLException if there is none to be had
     */
    Connection connect(DatabaseAddress address) throws SQLException;
}
