package dev.rehearsal.dialect;

import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.StatementCheck.Parameter;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.StatementRun.Failure;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The running of an application's own statements. Each list of results is in the order of the statements. */
public interface Application {
    /**
     * Settles what parameters stand for, by what a database holds. Nothing is written.
     *
     * @param database where
     * @param statements which
     * @return each with its values, or with why it cannot be prepared
     * @throws SQLException if the server fails; a statement that it refuses is a result
     */
    List<Bound> bind(DatabaseAddress database, List<ApplicationStatement> statements) throws SQLException;

    /**
     * {@return the plan of each statement, or why it has none; nothing is run}
     *
     * @param database where
     * @param moment when this is
     * @param statements which
     * @throws SQLException if the server fails
     */
    List<StatementRun> plan(DatabaseAddress database, Moment moment, List<Bound> statements) throws SQLException;

    /**
     * Runs each statement a few times, each time in a transaction that is rolled back.
     *
     * @param database where
     * @param moment when this is
     * @param statements which
     * @return how each fared
     * @throws SQLException if the server fails
     */
    List<StatementRun> run(DatabaseAddress database, Moment moment, List<Bound> statements) throws SQLException;

    /**
     * Starts running the statements again and again, side by side, each time in a transaction that is rolled back. Who
     * waits for a lock gives up before the server would look for a deadlock, and tries again.
     *
     * @param database where
     * @param moment when this is
     * @param statements which
     * @return the traffic; the caller ends it
     * @throws SQLException if the server fails
     */
    Traffic begin(DatabaseAddress database, Moment moment, List<Bound> statements) throws SQLException;

    /**
     * A statement with its values.
     *
     * @param statement which
     * @param parameters what its parameters stand for, in the order of the text
     * @param failure why it cannot be prepared; null if it can
     */
    record Bound(
            ApplicationStatement statement,
            List<Parameter> parameters,
            @Nullable Failure failure) {
        public Bound {
            parameters = List.copyOf(parameters);
        }
    }

    /** Statements that run until they are stopped. */
    interface Traffic extends AutoCloseable {
        /**
         * Stops it.
         *
         * @return how each statement fared
         * @throws SQLException if it did not stop in time
         */
        List<StatementRun> finish() throws SQLException;

        /**
         * {@return how often a statement and another session have waited for each other; ask when it has stopped}
         *
         * @throws SQLException if that could not be seen
         */
        List<Standstill> deadlocks() throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /**
     * A statement that waited for a session which waited for it.
     *
     * @param statement which
     * @param nanos when this was seen, by {@link System#nanoTime()}
     */
    record Standstill(Bound statement, long nanos) {}
}
