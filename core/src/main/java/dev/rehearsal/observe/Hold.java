package dev.rehearsal.observe;

import org.jspecify.annotations.Nullable;

/**
 * A lock that samples saw held.
 *
 * @param key whose lock on what
 * @param acquired when it was granted, as far as samples tell
 * @param released when it was given back, as far as samples tell
 * @param boundary whether a sample between two statements saw it
 * @param byCanary whether only a canary that waited told of it
 * @param waited the wait that ended in it; null if none was seen
 */
record Hold(
        LockRow.Key key,
        Span acquired,
        Span released,
        boolean boundary,
        boolean byCanary,
        @Nullable Wait waited) {}
