package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.wal.LogFlush;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Has the write-ahead log written and synced while rows are written, by small commits that wait for it. Else the session
 * that writes rows waits for the disk each time its ring of 16 MB comes round: with it, pgbench's tables at scale 25 took
 * 0.81 times as long as {@code pgbench -i}, without it 1.02 (docs/benchmarks.md). Rows arrive just as well without it, so
 * no failure of it is one of theirs.
 */
final class LogFlusher implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;
    private static final long STOP_MILLIS = 5_000;

    private final DataSource database;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::flush, "rehearsal-log-flusher");

    private LogFlusher(DataSource database) {
        this.database = database;
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins. */
    static LogFlusher of(DataSource database) {
        return new LogFlusher(database);
    }

    private void flush() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                LogFlush.by(statement);
            }
        } catch (SQLException e) {
            stopped.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends; no session of it is left. */
    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
