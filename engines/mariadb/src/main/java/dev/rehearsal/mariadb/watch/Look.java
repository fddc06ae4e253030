package dev.rehearsal.mariadb.watch;

import static dev.rehearsal.mariadb.watch.MetadataLockMode.SHARED;
import static dev.rehearsal.mariadb.watch.MetadataLockMode.SHARED_NO_WRITE;

import dev.rehearsal.lock.LockMode;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.observe.LockRow;
import dev.rehearsal.observe.LockTarget;
import dev.rehearsal.observe.LockView;
import dev.rehearsal.observe.Sample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The question to the server which metadata locks the migrating sessions hold or wait for and, between two statements, how
 * much it has written to its log. Not safe for use by several threads.
 */
final class Look implements LockView {
    private static final String REDO = "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
            + " WHERE VARIABLE_NAME = 'INNODB_LSN_CURRENT'";
    private static final String WAITING = "SELECT COALESCE(MAX(TIMER_WAIT) DIV 1000, 0)"
            + " FROM performance_schema.events_stages_current"
            + " WHERE THREAD_ID = ? AND EVENT_NAME = 'stage/sql/Waiting for table metadata lock'";
    /** How long a canary rests before it asks again, at most. */
    private static final long CANARY_RESTS = TimeUnit.MILLISECONDS.toNanos(8);

    private static final long PAUSE_MS = 2;

    private final Supplier<List<RunSession>> sessions;
    private final Numbers numbers;
    private final Source source;
    private final PreparedStatement redo;
    private final PreparedStatement waiting;
    private final Map<WaitKey, Long> waits = new HashMap<>();
    private Map<String, MetadataLockMode> inferred = new HashMap<>();
    private long counted;

    Look(Connection connection, Supplier<List<RunSession>> sessions, Numbers numbers) throws SQLException {
        this.sessions = sessions;
        this.numbers = numbers;
        this.source = new Source(connection);
        this.redo = connection.prepareStatement(REDO);
        this.waiting = connection.prepareStatement(WAITING);
    }

    @Override
    public Sample now(boolean boundary) throws SQLException {
        List<Long> ids = sessions.get().stream().map(RunSession::id).toList();
        Long written = boundary ? written() : null;
        long first = System.nanoTime();
        long before = first;
        Seen seen = look(ids);
        while (doubtful(seen) && System.nanoTime() - first < CANARY_RESTS) {
            pause();
            before = System.nanoTime();
            seen = look(ids);
        }
        inferred = seen.inferred;
        return sample(before, written, boundary, seen);
    }

    /** A canary that has just given up is about to ask again, and that of a reader may not have asked yet. */
    private boolean doubtful(Seen seen) {
        boolean less = inferred.entrySet().stream()
                .anyMatch(place -> seen.held.contains(place.getKey())
                        && place.getValue().compareTo(seen.inferred.getOrDefault(place.getKey(), SHARED)) > 0);
        boolean fresh = seen.inferred.entrySet().stream()
                .anyMatch(place -> place.getValue() == SHARED_NO_WRITE && !inferred.containsKey(place.getKey()));
        return less || fresh;
    }

    private static Sample sample(long before, @Nullable Long written, boolean boundary, Seen seen) {
        return new Sample(before, System.nanoTime(), written, boundary, seen.rows, Map.of());
    }

    private static void pause() throws SQLException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while looking", e);
        }
    }

    private @Nullable Long written() throws SQLException {
        try (ResultSet row = redo.executeQuery()) {
            return row.next() ? row.getLong(1) : null;
        }
    }

    private Seen look(List<Long> ids) throws SQLException {
        Seen seen = new Seen();
        if (ids.isEmpty()) {
            return seen;
        }
        Set<WaitKey> now = new HashSet<>();
        for (OnTable table : source.now(ids)) {
            for (OnTable.Lock lock : table.locks()) {
                LockRow.Key key = key(lock.session(), table, lock.mode());
                if (lock.pending()) {
                    now.add(new WaitKey(key));
                    seen.rows.add(waits(key));
                } else {
                    seen.held.add(table.place());
                    seen.rows.add(new LockRow(key, true, 0, 0));
                }
            }
            MetadataLockMode blocking = table.blocking();
            OnTable.Lock holder = table.holder();
            if (blocking != null && holder != null) {
                seen.inferred.put(table.place(), blocking);
                seen.rows.add(new LockRow(key(holder.session(), table, blocking.mode()), true, 0, 0, CANARY_RESTS));
            }
        }
        waits.keySet().retainAll(now);
        return seen;
    }

    /** A wait is told from the next one by a number of ours; the server's stage tells for how long it has lasted. */
    private LockRow waits(LockRow.Key key) throws SQLException {
        WaitKey wait = new WaitKey(key);
        Long number = waits.get(wait);
        long waited = 0;
        if (number == null) {
            number = ++counted;
            waits.put(wait, number);
            waited = waited(key.session());
        }
        return new LockRow(key, false, number, waited);
    }

    private long waited(long session) throws SQLException {
        Long thread = source.thread(session);
        if (thread == null) {
            return 0;
        }
        waiting.setLong(1, thread);
        try (ResultSet row = waiting.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private LockRow.Key key(long session, OnTable table, LockMode mode) {
        long number = numbers.of(table.schema(), table.name());
        return new LockRow.Key(session, new LockTarget(LockTarget.Kind.RELATION, "table", number), mode);
    }

    private record WaitKey(LockRow.Key lock) {}

    /** One look. */
    private static final class Seen {
        final List<LockRow> rows = new ArrayList<>();
        final Set<String> held = new HashSet<>();
        final Map<String, MetadataLockMode> inferred = new HashMap<>();
    }
}
