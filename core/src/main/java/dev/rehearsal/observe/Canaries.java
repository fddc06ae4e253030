package dev.rehearsal.observe;

import dev.rehearsal.lock.LockMode;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** All canaries of one phase: a reader and a writer for each table, up to a limit. */
final class Canaries implements AutoCloseable {
    private static final int TABLES = 6;
    private static final int LOCK_TIMEOUT_MS = 200;
    private static final long READY_SECONDS = 10;
    private final CanaryView view;
    private final List<QualifiedName> tables;
    private final List<QualifiedName> left;
    private final List<Canary> canaries = new CopyOnWriteArrayList<>();

    Canaries(List<QualifiedName> wanted, CanaryView view) {
        this.view = view;
        List<QualifiedName> distinct = wanted.stream().distinct().toList();
        this.tables = distinct.subList(0, Math.min(TABLES, distinct.size()));
        this.left = distinct.subList(tables.size(), distinct.size());
    }

    /** Starts them and waits until each has asked once. */
    void start(Observer observer) throws SQLException {
        if (tables.isEmpty()) {
            return;
        }
        Integer longest = observer.ask(view::longestMs);
        int timeout = Math.max(1, longest == null ? LOCK_TIMEOUT_MS : Math.min(LOCK_TIMEOUT_MS, longest));
        CountDownLatch ready = new CountDownLatch(tables.size() * Access.values().length);
        for (Access access : Access.values()) {
            DataSource source = view.source(timeout, access);
            for (QualifiedName table : tables) {
                Canary canary = new Canary(table, access, view, source, ready);
                canaries.add(canary);
                canary.start();
            }
        }
        await(ready);
    }

    List<Canary> all() {
        return List.copyOf(canaries);
    }

    /** {@return for how long one of them has been waiting at the longest} */
    long waitingNanos() {
        return canaries.stream().mapToLong(Canary::waitingNanos).max().orElse(0);
    }

    /** {@return for how long at most such a lock on a table can have been held at a time; read it after closing} */
    long longestLockedOut(QualifiedName table, LockMode mode, Span during) {
        return canaries.stream()
                .filter(canary ->
                        canary.table().equals(table) && canary.access().waitsFor(mode))
                .mapToLong(canary -> canary.longestLockedOut(during))
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** {@return what they could not measure, and why} */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!left.isEmpty()) {
            notes.add("stalls on " + left + ": canaries run on at most " + TABLES + " tables at once");
        }
        for (Canary canary : canaries) {
            if (canary.failure() != null) {
                notes.add("stalls on " + canary.table() + " (" + canary.access().operations() + "): the canary failed: "
                        + canary.failure());
            }
        }
        return notes;
    }

    @Override
    public void close() throws SQLException {
        canaries.forEach(Canary::stop);
        for (Canary canary : canaries) {
            canary.close();
        }
    }

    private static void await(CountDownLatch ready) throws SQLException {
        try {
            if (!ready.await(READY_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLException("The canaries got no answer from the server within " + READY_SECONDS
                        + " s. Is something else holding locks in the database?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while the canaries started", e);
        }
    }
}
