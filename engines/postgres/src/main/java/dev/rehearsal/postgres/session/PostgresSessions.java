package dev.rehearsal.postgres.session;

import dev.rehearsal.migration.RunSession.Transaction;
import dev.rehearsal.observe.DriverSessions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.core.BaseConnection;

/** Sessions as the driver knows them; their number is the server's process. */
public final class PostgresSessions implements DriverSessions {
    /** Makes one. */
    public PostgresSessions() {}

    /** What stands between us and the server may have given the driver another number. */
    @Override
    public long id(Connection fresh) throws SQLException {
        try (Statement statement = fresh.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public Transaction transaction(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            throw new SQLException("the connection is closed");
        }
        return switch (connection.unwrap(BaseConnection.class).getTransactionState()) {
            case IDLE -> Transaction.NONE;
            case OPEN -> Transaction.OPEN;
            case FAILED -> Transaction.FAILED;
        };
    }
}
