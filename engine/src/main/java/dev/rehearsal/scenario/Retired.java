package dev.rehearsal.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Databases that nobody needs any more, until it pays to drop them together: whichever is dropped, the server first
 * writes out and syncs all that is left, so that the first of many is dear and the others are cheap. What is not dropped stays
 * in the server's memory until that is full, and then is written out by whoever copies next: so no more is kept than fits
 * into the embedded server's. Safe for use by threads.
 */
public final class Retired {
    private static final int MOST = 128;
    private static final long MOST_BYTES = 384L << 20;

    private final List<String> names = new ArrayList<>();
    private long bytes;

    /** {@return the databases to drop now; none as long as they are few and small} */
    synchronized List<String> add(String name, long size) {
        names.add(name);
        bytes += size;
        return names.size() < MOST && bytes < MOST_BYTES ? List.of() : all();
    }

    /** {@return all that are left, to be dropped now} */
    synchronized List<String> all() {
        List<String> all = List.copyOf(names);
        names.clear();
        bytes = 0;
        return all;
    }
}
