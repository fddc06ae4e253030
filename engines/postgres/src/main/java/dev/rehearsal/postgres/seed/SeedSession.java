package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.Circling.Work;
import dev.rehearsal.seeding.UnfillableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;

/**
 * A connection prepared for seeding: nothing of it outlives the connection.
 *
 * @param connection the connection; autocommit, but for the time of {@link #together}
 * @param superuser whether triggers are off and indexes can wait
 */
record SeedSession(Connection connection, boolean superuser) {
    static SeedSession prepare(Connection connection) throws SQLException {
        List<String> settings = List.of(
                "synchronous_commit = off",
                "statement_timeout = 0",
                "lock_timeout = 0",
                "idle_in_transaction_session_timeout = 0",
                "TimeZone = 'UTC'",
                "DateStyle = 'ISO, YMD'",
                "work_mem = '64MB'",
                "maintenance_work_mem = '256MB'",
                "temp_buffers = '64MB'",
                "client_min_messages = error",
                "jit = off");
        SeedSql.run(connection, "SET " + String.join("; SET ", settings));
        boolean superuser = SeedSql.holds(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user");
        if (superuser) {
            // Triggers, rules and foreign keys rest: the values are right by construction, and own triggers would act
            // on rows as if an application had written them.
            SeedSql.run(connection, "SET session_replication_role = replica");
            // So do event triggers, also those that fire always: since version 17 the server has a switch for them.
            SeedSql.run(
                    connection,
                    "SELECT set_config('event_triggers', 'off', false)"
                            + " WHERE current_setting('event_triggers', true) IS NOT NULL");
        }
        return new SeedSession(connection, superuser);
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

    /** Runs the work and takes it back. */
    void probe(Work<Long> work) throws SQLException, UnfillableException {
        Savepoint before = connection.setSavepoint();
        work.run();
        connection.rollback(before);
    }
}
