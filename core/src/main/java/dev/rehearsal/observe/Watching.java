package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * What an engine gives to the watching of one phase on one database. It must give connections, what its driver knows of
 * a session, and how a session is stopped: then statements are timed. Without looks at locks and without canaries it
 * can be asked for no more than that. What it cannot tell is null where it is asked for, never nothing.
 */
public interface Watching {
    /** {@return connections for the runner, under a name of their own on the server} */
    DataSource migrating();

    /** {@return connections that look: they change nothing, and wait for nothing long} */
    DataSource looking();

    /** {@return what is known of a runner's connections} */
    DriverSessions sessions();

    /** {@return a statement that does nothing, to time the way to the server and back} */
    String nothing();

    /**
     * {@return looks at the locks of the migrating sessions}
     *
     * @param connection where looks are made; it stays open as long as they
     * @param sessions gives those that are open now
     * @throws SQLException if the server fails
     */
    default LockView locks(Connection connection, Supplier<List<RunSession>> sessions) throws SQLException {
        return boundary -> {
            throw new SQLException("this engine does not tell of locks");
        };
    }

    /**
     * {@return all relations that are there now, by their number; takes no lock that a migration could wait for}
     *
     * @param connection that looks
     * @throws SQLException if the server fails
     */
    default Map<Long, LockedRelation> relations(Connection connection) throws SQLException {
        throw new SQLException("this engine does not tell of relations");
    }

    /** {@return the finding of tables that are written anew} */
    default RewriteView rewrites(Observer observer, RelationNames names) {
        return new NotTold();
    }

    /**
     * {@return the finding of what each statement does}
     *
     * @param observer who can be asked for the server's version and the like
     */
    default EffectView effects(Observer observer) {
        return new NotTold();
    }

    /**
     * {@return the number of the process that serves a session, if that runs on this machine; empty if not, or not known}
     *
     * @param session its number
     */
    default OptionalLong process(long session) {
        return OptionalLong.empty();
    }

    /** {@return the counting of what a phase costs} */
    default CostView costs(RelationNames names) {
        return new NotTold();
    }

    /** {@return the reading of what was written to the log} */
    default LogView log(Observer observer) {
        return new NotTold();
    }

    /** {@return how canaries ask; they run only where relations are told} */
    default CanaryView canaries() {
        throw new IllegalStateException("This engine has no canaries; they must not be asked for.");
    }

    /**
     * Asks a session to end its statement.
     *
     * @param connection another one
     * @param session its number
     * @throws SQLException if that fails
     */
    void cancel(Connection connection, long session) throws SQLException;

    /**
     * Ends a session.
     *
     * @param connection another one
     * @param session its number
     * @throws SQLException if that fails
     */
    void terminate(Connection connection, long session) throws SQLException;
}
