package dev.rehearsal.mariadb.watch;

import dev.rehearsal.migration.RunSession.Transaction;
import dev.rehearsal.observe.DriverSessions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.mariadb.jdbc.util.constants.ServerStatus;

/** Sessions as the driver knows them; their number is the server's connection id. */
final class MariaDbSessions implements DriverSessions {
    @Override
    public long id(Connection fresh) throws SQLException {
        try (Statement statement = fresh.createStatement();
                ResultSet row = statement.executeQuery("SELECT CONNECTION_ID()")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A statement that fails leaves its transaction as it was: no state of it refuses what comes next. */
    @Override
    public Transaction transaction(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            throw new SQLException("the connection is closed");
        }
        int status = connection
                .unwrap(org.mariadb.jdbc.Connection.class)
                .getContext()
                .getServerStatus();
        return (status & ServerStatus.IN_TRANSACTION) > 0 ? Transaction.OPEN : Transaction.NONE;
    }
}
