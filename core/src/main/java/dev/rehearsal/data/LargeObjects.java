package dev.rehearsal.data;

import java.util.Map;

/**
 * What is held outside of all tables, in large objects.
 *
 * @param print a row for each object, with its number as the key
 * @param unread how many of them could not be read, so that only their being there is known
 */
public record LargeObjects(TableFingerprint print, long unread) {
    /** There are none. */
    public static final LargeObjects NONE = new LargeObjects(new TableFingerprint(true, 0, Map.of()), 0);
}
