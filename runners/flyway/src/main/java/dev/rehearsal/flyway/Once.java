package dev.rehearsal.flyway;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is made when it is first needed: loading a Flyway is dear, and many a runner applies nothing. Safe for use by threads. */
final class Once<T> implements Supplier<T> {
    private final Supplier<T> making;
    private @Nullable T made;

    Once(Supplier<T> making) {
        this.making = making;
    }

    @Override
    public synchronized T get() {
        if (made == null) {
            made = making.get();
        }
        return Objects.requireNonNull(made);
    }
}
