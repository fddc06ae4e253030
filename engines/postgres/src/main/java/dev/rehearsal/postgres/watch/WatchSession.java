package dev.rehearsal.postgres.watch;

import dev.rehearsal.migration.RunStatement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One connection through which the migration runs. Its activity is set by one thread and read by others. */
final class WatchSession {
    private final Connection raw;
    private final int pid;
    private volatile @Nullable Activity activity;

    private WatchSession(Connection raw, int pid) {
        this.raw = raw;
        this.pid = pid;
    }

    /** {@return the session of a connection that was just opened, and has no transaction yet} */
    static WatchSession of(Connection fresh) throws SQLException {
        try (Statement statement = fresh.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
            row.next();
            return new WatchSession(fresh, row.getInt(1));
        }
    }

    Connection raw() {
        return raw;
    }

    int pid() {
        return pid;
    }

    @Nullable
    Activity activity() {
        return activity;
    }

    void busy(Activity now) {
        activity = now;
    }

    void idle() {
        activity = null;
    }

    /** {@return whether statements run in transactions, as the driver knows it; the server is not asked} */
    boolean transactional() throws SQLException {
        return !raw.getAutoCommit();
    }

    /** What a connection of ours can be unwrapped to. */
    interface Watched {
        /** {@return its session} */
        WatchSession session();
    }

    /**
     * What a session is doing.
     *
     * @param statement of the script or of Java code; null for the runner's own and for ends of transactions
     * @param scripted whether the runner told of it
     * @param start when it was sent
     * @param wal the position in the write-ahead log before; null if not looked at
     */
    record Activity(
            @Nullable RunStatement statement,
            boolean scripted,
            long start,
            @Nullable Long wal) {}
}
