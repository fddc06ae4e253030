package dev.rehearsal.provider;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.postgresql.ds.PGSimpleDataSource;

/** Waits until a server answers; never without a deadline. */
public final class Readiness {
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int SECONDS_PER_TRY = 5;

    private Readiness() {}

    /**
     * Waits until a connection can be had.
     *
     * @param address where to
     * @param deadline how long at most
     * @param alive whether the server is still there; no longer waited for when it is not
     * @throws DatabaseUnavailableException if it does not answer in time, ends, or the thread is interrupted
     */
    public static void await(DatabaseAddress address, Duration deadline, BooleanSupplier alive) {
        await(() -> connect(address), deadline, alive);
    }

    /**
     * Waits until a connection can be had, by whatever driver.
     *
     * @param connecting tries once
     * @param deadline how long at most
     * @param alive whether the server is still there; no longer waited for when it is not
     * @throws DatabaseUnavailableException if it does not answer in time, ends, or the thread is interrupted
     */
    public static void await(Connecting connecting, Duration deadline, BooleanSupplier alive) {
        long end = System.nanoTime() + deadline.toNanos();
        SQLException last = new SQLException("not tried");
        while (alive.getAsBoolean() && System.nanoTime() < end) {
            try {
                connecting.connect().close();
                return;
            } catch (SQLException e) {
                last = e;
            }
            pause();
        }
        String what = alive.getAsBoolean()
                ? "The server did not answer within " + deadline.toSeconds() + " s."
                : "The server ended while it started.";
        throw new DatabaseUnavailableException(what, last);
    }

    /**
     * Opens a connection that answers.
     *
     * @param address where to
     * @return the connection; the caller closes it
     * @throws SQLException if there is none to be had; the message holds no password
     */
    public static Connection connect(DatabaseAddress address) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setConnectTimeout(SECONDS_PER_TRY);
        source.setLoginTimeout(SECONDS_PER_TRY);
        return source.getConnection();
    }

    /** Tries to connect. */
    @FunctionalInterface
    public interface Connecting {
        /**
         * {@return a connection that answers}
         *
         * @throws SQLException if there is none to be had
         */
        Connection connect() throws SQLException;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailableException("Interrupted while waiting for the server to start.", e);
        }
    }
}
