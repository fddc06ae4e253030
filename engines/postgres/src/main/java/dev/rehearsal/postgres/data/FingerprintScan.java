package dev.rehearsal.postgres.data;

import dev.rehearsal.data.TableFingerprint;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The reading of all relations over a few sessions, the largest relation first. */
final class FingerprintScan {
    /** Each with its indexes; room is for some 6,000 locks of all sessions where nothing else is set. */
    private static final int LOCKED_TOGETHER = 100;

    private final Queue<DataRelation> queue;
    private final Map<QualifiedName, TableFingerprint> prints = new ConcurrentHashMap<>();

    FingerprintScan(Collection<DataRelation> relations) {
        queue = new ConcurrentLinkedQueue<>(relations.stream()
                .sorted(Comparator.comparingLong(DataRelation::bytes).reversed())
                .toList());
    }

    /** {@return what each relation holds} */
    Map<QualifiedName, TableFingerprint> run(List<DataSession> sessions, Duration deadline) throws SQLException {
        if (sessions.size() == 1) {
            drain(sessions.get(0));
        } else {
            inParallel(sessions, deadline);
        }
        return Map.copyOf(prints);
    }

    private void inParallel(List<DataSession> sessions, Duration deadline) throws SQLException {
        ExecutorService pool = Executors.newFixedThreadPool(sessions.size(), FingerprintScan::daemon);
        try {
            for (Future<?> done : pool.invokeAll(tasks(sessions), deadline.toMillis(), TimeUnit.MILLISECONDS)) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException failure ? failure : new SQLException(e);
        } catch (CancellationException e) {
            abort(sessions);
            throw new SQLTimeoutException("Reading all tables did not end within " + deadline, e);
        } catch (InterruptedException e) {
            abort(sessions);
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while reading all tables", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private List<Callable<Void>> tasks(List<DataSession> sessions) {
        return sessions.stream()
                .map(session -> (Callable<Void>) () -> {
                    drain(session);
                    return null;
                })
                .toList();
    }

    private void drain(DataSession session) throws SQLException {
        boolean complete = false;
        try {
            int locked = 0;
            for (DataRelation next = queue.poll(); next != null; next = queue.poll()) {
                prints.put(next.name(), read(next, session));
                if (++locked % LOCKED_TOGETHER == 0) {
                    session.letGo();
                }
            }
            complete = true;
        } finally {
            if (!complete) {
                queue.clear();
            }
        }
    }

    private static TableFingerprint read(DataRelation relation, DataSession session) throws SQLException {
        try {
            return new FingerprintQuery(relation).run(session);
        } catch (SQLException e) {
            throw new SQLException(relation.name() + " could not be read: " + e.getMessage(), e.getSQLState(), e);
        }
    }

    /** A read from a socket knows no interrupt: only the loss of its connection ends it. */
    private static void abort(List<DataSession> sessions) throws SQLException {
        for (DataSession session : sessions) {
            session.abort();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "rehearsal-data");
        thread.setDaemon(true);
        return thread;
    }
}
