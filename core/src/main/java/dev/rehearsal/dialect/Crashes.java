package dev.rehearsal.dialect;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** The ending of sessions in the middle of their work, from another session. */
public interface Crashes {
    /**
     * {@return a run that nothing ends, and that tells what its statements are}
     *
     * @param database where
     * @param script whose statements
     */
    Run undisturbed(DatabaseAddress database, String script);

    /**
     * {@return a run that will be ended}
     *
     * @param database where
     * @param point when
     * @param tables on which a writer stands in the way of what commits in its middle, so that it is caught there
     */
    Run ended(DatabaseAddress database, CrashPoint point, Collection<QualifiedName> tables);

    /**
     * {@return a run whose script fails at a statement: what the server commits of itself when one fails is committed}
     *
     * @param database where
     * @param point before which statement
     */
    default Run failing(DatabaseAddress database, CrashPoint point) {
        return ended(database, point, List.of());
    }

    /**
     * {@return whether a statement changes anything, so that it matters whether it fails}
     *
     * @param sql its text
     */
    default boolean canFail(String sql) {
        return true;
    }

    /** One run of a migration. Closing it breaks all its connections that are still open. */
    interface Run extends AutoCloseable {
        /** {@return the data source through which the migration must run} */
        DataSource migrating();

        /** {@return the listener that the runner must tell of each statement} */
        RunEvents events();

        /** {@return the script's statements that were begun, in order} */
        List<Told> told();

        /**
         * {@return whether the session was ended at its point}
         *
         * @throws SQLException if it should have been ended, and could not be
         */
        boolean happened() throws SQLException;

        @Override
        void close();
    }

    /**
     * A statement that was run.
     *
     * @param statement which
     * @param commitsInside whether it has committed more than once, so that a part of its work can stay when it is ended
     */
    record Told(RunStatement statement, boolean commitsInside) {}
}
