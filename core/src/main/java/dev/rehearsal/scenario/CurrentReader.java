package dev.rehearsal.scenario;

import dev.rehearsal.dialect.DataReader;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The reader of a database that may move: a place of its own stops to be copied, and may be found at another address
 * afterwards. Safe for use by several threads.
 */
final class CurrentReader {
    private final Supplier<DataReader> made;
    private @Nullable DataReader reader;

    CurrentReader(Supplier<DataReader> made) {
        this.made = made;
    }

    /** {@return the reader, which knows what it read before unless it was forgotten} */
    synchronized DataReader get() {
        DataReader known = reader;
        if (known == null) {
            known = made.get();
            reader = known;
        }
        return known;
    }

    /** Lets the next reading find the database anew. */
    synchronized void forget() {
        reader = null;
    }
}
