package dev.rehearsal.junit.stage;

import dev.rehearsal.migration.MigrationRunner;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runners of one project, each for one borrower at a time: making one is dearer than using it. What one run has learnt
 * never guides another. Safe for use by several threads.
 */
final class Runners {
    private final MigrationRunner original;
    private final Queue<MigrationRunner> idle = new ConcurrentLinkedQueue<>();

    Runners(MigrationRunner original) {
        this.original = original;
    }

    MigrationRunner borrow() {
        MigrationRunner runner = idle.poll();
        return runner == null ? original.fresh() : runner;
    }

    void giveBack(MigrationRunner runner) {
        if (runner.forget()) {
            idle.add(runner);
        }
    }

    /** {@return what the work gives; a runner whose run ended by an exception is not used again} */
    <T extends @Nullable Object> T with(Function<MigrationRunner, T> work) {
        MigrationRunner runner = borrow();
        T result = work.apply(runner);
        giveBack(runner);
        return result;
    }
}
