package dev.rehearsal.sql;

import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a tool keeps its history in the database. Stateless. */
interface HistoryTable {
    /** {@return the tables, with what belongs to them} */
    Set<QualifiedName> names();

    /**
     * Makes them if they are not there.
     *
     * @param connection where, in autocommit
     * @throws SQLException if they cannot be made
     */
    void make(Connection connection) throws SQLException;

    /**
     * {@return what it says}
     *
     * @param connection where, in autocommit; only read
     * @param versions all that the project has, in order
     * @throws SQLException if it cannot be asked
     */
    Standing read(Connection connection, List<Version> versions) throws SQLException;

    /**
     * Writes that a version is on its way.
     *
     * @param connection where, in the script's transaction if it has one
     * @param step which
     * @throws SQLException if it cannot be written
     */
    default void begin(Connection connection, Step step) throws SQLException {}

    /**
     * {@return how many messages of a version were sent before it failed, so that the tool goes on behind them}
     *
     * @param connection where
     * @param step which, after it has begun
     * @throws SQLException if it cannot be asked
     */
    default int resumed(Connection connection, Step step) throws SQLException {
        return 0;
    }

    /**
     * Writes that a message has run.
     *
     * @param connection where
     * @param step of which version
     * @param count how many have
     * @throws SQLException if it cannot be written
     */
    default void sent(Connection connection, Step step, int count) throws SQLException {}

    /**
     * Writes that a version has gone all its way.
     *
     * @param connection where
     * @param step which
     * @throws SQLException if it cannot be written
     */
    void end(Connection connection, Step step) throws SQLException;

    /**
     * Writes that a version has failed; what its transaction has done is undone.
     *
     * @param connection where, in autocommit
     * @param step which
     * @param failure why
     * @throws SQLException if it cannot be written
     */
    default void fail(Connection connection, Step step, RunFailure failure) throws SQLException {}

    /**
     * Does what an operator does after a failure.
     *
     * @param connection where, in autocommit
     * @param versions all that the project has, in order
     * @throws SQLException if it cannot be written
     */
    default void repair(Connection connection, List<Version> versions) throws SQLException {}

    /**
     * What is done.
     *
     * @param version which goes up or down
     * @param up whether it goes up
     * @param before the version before it; null if it is the first
     */
    record Step(Version version, boolean up, @Nullable Version before) {
        /** {@return the key under which the database stands then; null if nothing is applied} */
        @Nullable
        String target() {
            return up ? version.key() : before == null ? null : before.key();
        }
    }

    /**
     * Where a database stands.
     *
     * @param applied the keys of the versions that are applied, in the project's order
     * @param failed the keys of those at which it stopped
     * @param unknown keys that the project does not have
     * @param refusal why the tool would refuse to go on; null if it would not
     */
    record Standing(
            List<String> applied,
            List<String> failed,
            List<String> unknown,
            @Nullable String refusal) {
        public Standing {
            applied = List.copyOf(applied);
            failed = List.copyOf(failed);
            unknown = List.copyOf(unknown);
        }

        static Standing nothing() {
            return new Standing(List.of(), List.of(), List.of(), null);
        }
    }
}
