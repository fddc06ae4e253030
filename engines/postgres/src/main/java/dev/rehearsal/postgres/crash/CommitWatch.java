package dev.rehearsal.postgres.crash;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a session's statement to commit in its middle, and ends the session then. Meanwhile a writer stands on its
 * tables: whatever is done CONCURRENTLY commits a part and then waits for the writer, so that it cannot slip through.
 */
final class CommitWatch implements AutoCloseable {
    /** What needs the writer out of its way before it commits anything gets it out of its way. */
    private static final long WRITER_STAYS = TimeUnit.SECONDS.toNanos(2);

    private final Connection writer;
    private final Connection killer;
    private final long pid;
    private final long asked;
    private final Thread thread;
    private volatile boolean over;
    private volatile boolean happened;
    private volatile @Nullable SQLException failure;

    private CommitWatch(Connection writer, Connection killer, long pid, long asked) {
        this.writer = writer;
        this.killer = killer;
        this.pid = pid;
        this.asked = asked;
        this.thread = new Thread(this::watch, "rehearsal-crash");
        this.thread.setDaemon(true);
    }

    static CommitWatch lay(DatabaseAddress address, long pid, long asked, Collection<QualifiedName> tables)
            throws SQLException {
        Connection killer = CrashConnections.killer(address).getConnection();
        try {
            CommitWatch ambush = new CommitWatch(writer(address, tables), killer, pid, asked);
            ambush.thread.start();
            return ambush;
        } catch (SQLException e) {
            killer.close();
            throw e;
        }
    }

    private static Connection writer(DatabaseAddress address, Collection<QualifiedName> tables) throws SQLException {
        Connection writer = CrashConnections.killer(address).getConnection();
        try (Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            for (QualifiedName table : tables) {
                statement.execute("LOCK TABLE " + SqlNames.quote(table) + " IN ROW EXCLUSIVE MODE");
            }
            return writer;
        } catch (SQLException e) {
            writer.close();
            throw e;
        }
    }

    private void watch() {
        long begin = System.nanoTime();
        try {
            while (!over) {
                if (Backend.transaction(killer, pid) > asked + 1) {
                    Backend.terminate(killer, pid);
                    happened = true;
                    return;
                }
                if (System.nanoTime() - begin > WRITER_STAYS && !writer.getAutoCommit()) {
                    writer.rollback();
                    writer.setAutoCommit(true);
                }
            }
        } catch (SQLException e) {
            failure = e;
        }
    }

    /** {@return whether the session was ended in the middle; the statement has ended, one way or the other} */
    boolean finish() throws SQLException {
        close();
        if (failure != null) {
            throw failure;
        }
        return happened;
    }

    @Override
    public void close() {
        over = true;
        try (writer;
                killer) {
            thread.join(TimeUnit.SECONDS.toMillis(30));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            failure = failure == null ? e : failure;
        }
    }
}
