package dev.rehearsal.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Databases that nobody needs any more, until it pays to drop them together: whichever is dropped, the server first
 * writes out all that is left, so that the first of many is dear and the others are cheap. Where a file system passes over
 * what was freed a moment ago, whatever is made after a drop is dear as well. What is kept takes room on the disk and no
 * more. Nothing is dropped while a phase is observed. Safe for use by threads.
 */
public final class DeferredDrops {
    private static final int MOST = 256;
    private static final long MOST_BYTES = 1024L << 20;

    private final ObservedPhases phases = new ObservedPhases();
    private final List<String> names = new ArrayList<>();
    private long bytes;

    ObservedPhases phases() {
        return phases;
    }

    /** Adds one, and drops all if they are many or large; if that would disturb, then when the next one is added. */
    void add(String name, long size, Consumer<List<String>> drop) {
        if (isDueWith(name, size)) {
            phases.work(() -> drop.accept(all()));
        }
    }

    private synchronized boolean isDueWith(String name, long size) {
        names.add(name);
        bytes += size;
        return names.size() >= MOST || bytes >= MOST_BYTES;
    }

    /** {@return all that are left, to be dropped now} */
    synchronized List<String> all() {
        List<String> all = List.copyOf(names);
        names.clear();
        bytes = 0;
        return all;
    }
}
