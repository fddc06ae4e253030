package dev.rehearsal.mariadb.seed;

import dev.rehearsal.seeding.Circling.Work;
import dev.rehearsal.seeding.UnfillableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/**
 * A connection prepared for seeding: foreign keys rest, since the values are right by construction, and what does not
 * fit is refused. Triggers cannot rest: no session can switch them off.
 *
 * @param connection the connection; autocommit, but for the time of {@link #together}
 * @param zeroDates whether the server takes dates of zeros by itself
 */
record SeedSession(Connection connection, boolean zeroDates) {
    private static final String MODE = "STRICT_TRANS_TABLES,STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
            + "NO_AUTO_VALUE_ON_ZERO,NO_UNSIGNED_SUBTRACTION,NO_ENGINE_SUBSTITUTION";

    static SeedSession prepare(Connection connection) throws SQLException {
        String mode = String.valueOf(Sql.value(connection, "SELECT @@global.sql_mode"));
        boolean zeroDates = !mode.contains("NO_ZERO_DATE");
        Sql.run(
                connection,
                "SET SESSION sql_mode = '" + MODE + (zeroDates ? "" : ",NO_ZERO_DATE,NO_ZERO_IN_DATE")
                        + "', SESSION foreign_key_checks = 0, SESSION time_zone = '+00:00',"
                        + " SESSION max_statement_time = 0, SESSION lock_wait_timeout = 60,"
                        + " SESSION net_write_timeout = 3600, SESSION div_precision_increment = 10");
        return new SeedSession(connection, zeroDates);
    }

    /** Runs the work in one transaction, or as a part of the one that is going on; all of it happens or none. */
    <T> T together(Work<T> work) throws SQLException, UnfillableException {
        return connection.getAutoCommit() ? alone(work) : within(work);
    }

    private <T> T within(Work<T> work) throws SQLException, UnfillableException {
        Savepoint before = connection.setSavepoint();
        boolean done = false;
        try {
            T result = work.run();
            done = true;
            return result;
        } finally {
            if (done) {
                connection.releaseSavepoint(before);
            } else {
                connection.rollback(before);
            }
        }
    }

    private <T> T alone(Work<T> work) throws SQLException, UnfillableException {
        connection.setAutoCommit(false);
        boolean done = false;
        try {
            T result = work.run();
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }
}
