package dev.rehearsal.postgres.application;

import dev.rehearsal.dialect.Application.Bound;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.StatementRun.Failure;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Runs its statements in turn on a connection of its own until it is stopped. */
final class Worker implements Runnable {
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(5);
    /** It rests four times as long as it works, so that it never takes the machine away from the migration. */
    private static final int REST = 4;

    private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(200);

    private final ApplicationSession session;
    private final CountDownLatch ready;
    private final Map<Bound, Ledger> ledgers = new LinkedHashMap<>();
    private final int pid;
    private volatile Bound running;
    private volatile boolean stopped;
    private volatile @Nullable String broken;

    Worker(ApplicationSession session, List<Bound> statements, CountDownLatch ready) throws SQLException {
        this.session = session;
        this.pid = session.pid();
        this.running = statements.get(0);
        this.ready = ready;
        statements.forEach(statement -> ledgers.put(statement, new Ledger()));
    }

    @Override
    public void run() {
        try (session) {
            while (!stopped) {
                for (Map.Entry<Bound, Ledger> each : ledgers.entrySet()) {
                    long begin = System.nanoTime();
                    running = each.getKey();
                    each.getValue().note(session, new Call(each.getKey()));
                    rest(System.nanoTime() - begin);
                }
                ready.countDown();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            broken = stopped ? null : String.valueOf(e.getMessage());
        } finally {
            ready.countDown();
        }
    }

    private void rest(long worked) throws InterruptedException {
        if (!stopped) {
            TimeUnit.NANOSECONDS.sleep(Math.max(PACE, Math.min(LONGEST_REST, REST * worked)));
        }
    }

    /** {@return the server's process of its session} */
    int pid() {
        return pid;
    }

    /** {@return what it runs, or has run last} */
    Bound running() {
        return running;
    }

    void stop() {
        stopped = true;
    }

    void abort() throws SQLException {
        session.abort();
    }

    /** {@return how a statement fared; read it when the thread has ended; null if it is not one of its own} */
    @Nullable
    StatementRun run(Moment moment, Bound statement) throws SQLException {
        if (broken != null) {
            throw new SQLException("The application's connection broke off: " + broken);
        }
        Ledger ledger = ledgers.get(statement);
        return ledger == null ? null : ledger.run(moment);
    }

    private static final class Ledger {
        private final DurationTally tally = new DurationTally();
        private int failures;
        private @Nullable Failure first;

        void note(ApplicationSession session, Call call) throws SQLException {
            try {
                tally.add(session.run(call));
            } catch (SQLException e) {
                Failure failure = session.failure(e);
                failures++;
                first = first == null ? failure : first;
            }
        }

        StatementRun run(Moment moment) {
            return new StatementRun(moment, tally.size() + failures, failures, first, tally.times(), null);
        }
    }
}
