package dev.rehearsal.scenario;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Two tasks at the same time, of which neither outlives the call. */
final class Together {
    /** What was broken off needs this long at most to close its connections. */
    private static final long SECONDS_TO_END = 30;

    private Together() {}

    /**
     * {@return the results of both, in their order}
     *
     * @throws SQLException what the first of them failed with, or that the wait was interrupted
     */
    static <T> List<T> both(Callable<T> here, Callable<T> beside) throws SQLException {
        FutureTask<T> task = new FutureTask<>(beside);
        Thread thread = new Thread(task, "rehearsal-beside");
        thread.setDaemon(true);
        thread.start();
        try {
            return List.of(here.call(), task.get());
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (Exception e) {
            throw failure(e);
        } finally {
            end(task, thread);
        }
    }

    private static SQLException failure(@Nullable Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return cause instanceof SQLException sql ? sql : new SQLException(cause);
    }

    private static void end(FutureTask<?> task, Thread thread) {
        task.cancel(true);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
