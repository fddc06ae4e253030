package dev.rehearsal.junit.stage;

import dev.rehearsal.flyway.FlywayRunner;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runners of one project, each for one borrower at a time: making one is dearer than using it. What one run has learnt
 * never guides another. Safe for use by several threads.
 */
final class Runners {
    private final FlywayRunner original;
    private final Queue<FlywayRunner> idle = new ConcurrentLinkedQueue<>();

    Runners(FlywayRunner original) {
        this.original = original;
    }

    FlywayRunner borrow() {
        FlywayRunner runner = idle.poll();
        return runner == null ? original.fresh() : runner;
    }

    void giveBack(FlywayRunner runner) {
        if (runner.forget()) {
            idle.add(runner);
        }
    }

    /** {@return what the work gives; a runner whose run ended by an exception is not used again} */
    <T extends @Nullable Object> T with(Function<FlywayRunner, T> work) {
        FlywayRunner runner = borrow();
        T result = work.apply(runner);
        giveBack(runner);
        return result;
    }
}
