package dev.rehearsal.observe;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that looks. Whoever looks waits for a fair turn: samples of two connections would overtake each
 * other. Each look is a statement of its own, so that no snapshot of ours is ever waited for. After the first failure it
 * looks no more and says why.
 */
public final class Observer implements AutoCloseable {
    private static final long TURN_SECONDS = 12;

    private final ReentrantLock turn = new ReentrantLock(true);
    private final Connection connection;
    private final LockView look;
    private final LockFold fold;
    private volatile boolean someoneHolds;
    private volatile boolean someoneWaits;
    private volatile long waitsSince;
    private volatile @Nullable String failure;

    /**
     * Opens the connection.
     *
     * @param source where it comes from
     * @param looks makes the looks on it
     * @throws SQLException if the server fails
     */
    public Observer(DataSource source, LockView.Maker looks) throws SQLException {
        this.connection = source.getConnection();
        this.look = looks.on(connection);
        this.fold = new LockFold(System.nanoTime());
    }

    /** {@return a sample, folded into what is known; null if the server cannot be asked any more} */
    public @Nullable Sample look(boolean boundary) {
        return ask(c -> {
            Sample sample = look.now(boundary);
            fold.add(sample);
            someoneHolds = fold.someoneHolds();
            waits(fold.someoneWaits());
            return sample;
        });
    }

    /** {@return the answer to a question of another class, in turn; null if the server cannot be asked any more} */
    public <T> @Nullable T ask(Question<T> question) {
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
            failure = "the looking was interrupted";
            return null;
        }
        try {
            return question.of(connection);
        } catch (SQLException | RuntimeException e) {
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

    private void waits(boolean now) {
        if (now && !someoneWaits) {
            waitsSince = System.nanoTime();
        }
        someoneWaits = now;
    }

    /** {@return for how long each look has seen a session wait; 0 if the last one saw none} */
    long waitingNanos() {
        return someoneWaits ? System.nanoTime() - waitsSince : 0;
    }

    boolean someoneHolds() {
        return someoneHolds;
    }

    boolean someoneWaits() {
        return someoneWaits;
    }

    /** {@return why it looks no more; null if it does} */
    public @Nullable String failure() {
        return failure;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** A question to the server. */
    @FunctionalInterface
    public interface Question<T> {
        @Nullable
        T of(Connection connection) throws SQLException;
    }
}
