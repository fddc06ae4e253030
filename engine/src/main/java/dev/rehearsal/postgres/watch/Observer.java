package dev.rehearsal.postgres.watch;

import dev.rehearsal.lock.LockMode;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that looks. Whoever looks waits for a fair turn: samples of two connections would overtake each
 * other. Each look is a statement of its own, so that no snapshot of ours is ever waited for. After the first failure it
 * looks no more and says why.
 */
final class Observer implements AutoCloseable {
    private static final long TURN_SECONDS = 12;
    private static final String LOOK = """
            SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::int8, l.*
            FROM (SELECT 1) one LEFT JOIN
                (SELECT pid, locktype,
                    CASE locktype WHEN 'advisory' THEN (classid::int8 << 32) | objid::int8
                        ELSE coalesce(relation::int8, 0) END,
                    mode, granted, coalesce((extract(epoch FROM waitstart) * 1e6)::int8, 0),
                    coalesce((extract(epoch FROM clock_timestamp() - waitstart) * 1e9)::int8, 0)
                FROM pg_catalog.pg_locks
                WHERE pid = ANY(?)
                    AND (locktype = 'relation' AND relation >= 16384 OR locktype = 'advisory'
                        OR NOT granted AND waitstart IS NOT NULL)) l ON true""";

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Supplier<Integer[]> pids;
    private final Connection connection;
    private final PreparedStatement look;
    private final LockFold fold;
    private volatile boolean someoneHolds;
    private volatile boolean someoneWaits;
    private volatile @Nullable String failure;

    Observer(DataSource source, Supplier<Integer[]> pids) throws SQLException {
        this.pids = pids;
        this.connection = source.getConnection();
        this.look = connection.prepareStatement(LOOK);
        this.fold = new LockFold(System.nanoTime());
    }

    /** {@return a sample, folded into what is known; null if the server cannot be asked any more} */
    @Nullable
    Sample look(boolean boundary) {
        return ask(c -> {
            Sample sample = sample(boundary);
            fold.add(sample);
            someoneHolds = fold.someoneHolds();
            someoneWaits = fold.someoneWaits();
            return sample;
        });
    }

    /** {@return the answer to a question of another class, in turn; null if the server cannot be asked any more} */
    <T> @Nullable T ask(Question<T> question) {
        if (failure != null) {
            return null;
        }
        try {
            if (!turn.tryLock(TURN_SECONDS, TimeUnit.SECONDS)) {
                failure = "the observer's connection did not answer for " + TURN_SECONDS + " s";
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        try {
            return question.of(connection);
        } catch (SQLException e) {
            failure = "the observer's connection failed: " + e.getMessage();
            return null;
        } finally {
            turn.unlock();
        }
    }

    /** {@return what the samples have shown, once nobody looks any more} */
    <T> @Nullable T folded(Function<LockFold, T> reader) {
        return ask(c -> reader.apply(fold));
    }

    boolean someoneHolds() {
        return someoneHolds;
    }

    boolean someoneWaits() {
        return someoneWaits;
    }

    @Nullable
    String failure() {
        return failure;
    }

    private Sample sample(boolean boundary) throws SQLException {
        Array sessions = connection.createArrayOf("int4", pids.get());
        look.setArray(1, sessions);
        List<LockRow> rows = new ArrayList<>();
        long wal = 0;
        long before = System.nanoTime();
        try (ResultSet answer = look.executeQuery()) {
            while (answer.next()) {
                wal = answer.getLong(1);
                readRow(answer, rows);
            }
        }
        return new Sample(before, System.nanoTime(), wal, boundary, rows);
    }

    private static void readRow(ResultSet answer, List<LockRow> rows) throws SQLException {
        String mode = answer.getString(5);
        if (mode == null) {
            return;
        }
        LockTarget target = new LockTarget(answer.getString(3), answer.getLong(4));
        int pid = answer.getInt(2);
        boolean granted = answer.getBoolean(6);
        long start = answer.getLong(7);
        long waited = answer.getLong(8);
        LockMode.ofCatalogName(mode)
                .ifPresent(m -> rows.add(new LockRow(new LockRow.Key(pid, target, m), granted, start, waited)));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** A question to the server. */
    @FunctionalInterface
    interface Question<T> {
        @Nullable
        T of(Connection connection) throws SQLException;
    }
}
