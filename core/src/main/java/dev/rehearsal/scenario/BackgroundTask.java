package dev.rehearsal.scenario;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A task on a thread of its own, which runs at once. Closing it breaks it off and waits until it has ended. */
final class BackgroundTask<T> implements AutoCloseable {
    /** What was broken off needs this long at most to close its connections. */
    private static final long SECONDS_TO_END = 30;

    private final FutureTask<T> task;
    private final Thread thread;

    BackgroundTask(String name, Callable<T> work) {
        task = new FutureTask<>(work);
        thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * {@return its result, once it has ended}
     *
     * @throws SQLException what it failed with, or that the wait was interrupted
     */
    T result() throws SQLException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for " + thread.getName(), e);
        }
    }

    private static SQLException failure(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof SQLException sql ? sql : new SQLException(cause);
    }

    @Override
    public void close() {
        task.cancel(true);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
