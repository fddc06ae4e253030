package dev.rehearsal.postgres.application;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Application.Bound;
import dev.rehearsal.dialect.Application.Standstill;
import dev.rehearsal.dialect.Application.Traffic;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.StatementRun;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The application's connections while a migration runs: a statement on each, until there are too many. */
final class RunningTraffic implements Traffic {
    private static final int CONNECTIONS = 8;
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final DatabaseAddress database;
    private final Moment moment;
    private final Duration timeout;
    private final List<Bound> statements = new ArrayList<>();
    private final List<Worker> workers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private @Nullable DeadlockWatch watch;

    RunningTraffic(DatabaseAddress database, Moment moment, Duration timeout) {
        this.database = database;
        this.moment = moment;
        this.timeout = timeout;
    }

    /** Starts them and waits until each statement has run once. */
    void start(List<Bound> wanted) throws SQLException {
        statements.addAll(wanted);
        int connections = Math.min(CONNECTIONS, wanted.size());
        CountDownLatch ready = new CountDownLatch(connections);
        for (int i = 0; i < connections; i++) {
            Worker worker = new Worker(ApplicationSession.open(database, timeout), every(connections, i), ready);
            Thread thread = new Thread(worker, "rehearsal-application-" + i);
            thread.setDaemon(true);
            workers.add(worker);
            threads.add(thread);
            thread.start();
        }
        await(ready, wanted.size());
        watch = DeadlockWatch.over(database, workers);
    }

    private List<Bound> every(int step, int from) {
        List<Bound> mine = new ArrayList<>();
        for (int i = from; i < statements.size(); i += step) {
            mine.add(statements.get(i));
        }
        return mine;
    }

    /** Slow statements on one connection may not all have had their turn; that is no reason to wait on. */
    private void await(CountDownLatch ready, int count) throws SQLException {
        try {
            var unused = ready.await(
                    timeout.multipliedBy(1 + count / CONNECTIONS).plus(SLACK).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while the application's statements started", e);
        }
    }

    @Override
    public List<StatementRun> finish() throws SQLException {
        close();
        List<StatementRun> runs = new ArrayList<>();
        for (Bound statement : statements) {
            for (Worker worker : workers) {
                StatementRun run = worker.run(moment, statement);
                if (run != null) {
                    runs.add(run);
                }
            }
        }
        return runs;
    }

    @Override
    public List<Standstill> deadlocks() throws SQLException {
        return watch == null ? List.of() : watch.seen();
    }

    @Override
    public void close() throws SQLException {
        workers.forEach(Worker::stop);
        if (watch != null) {
            watch.close();
        }
        for (int i = 0; i < threads.size(); i++) {
            end(workers.get(i), threads.get(i));
        }
    }

    /** A statement that waits for its lock stops at its next try; any other ends by its timeout. */
    private void end(Worker worker, Thread thread) throws SQLException {
        try {
            thread.join(timeout.multipliedBy(2).plus(SLACK).toMillis());
            if (thread.isAlive()) {
                worker.abort();
                thread.join(SLACK.toMillis());
            }
        } catch (InterruptedException e) {
            worker.abort();
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while the application's statements stopped", e);
        }
    }
}
