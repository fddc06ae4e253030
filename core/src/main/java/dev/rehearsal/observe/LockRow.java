package dev.rehearsal.observe;

import dev.rehearsal.lock.LockMode;

/**
 * One lock of one session as a sample shows it.
 *
 * @param key whose lock on what
 * @param granted whether it is held; else it is awaited
 * @param waitStart the server's clock when the wait began, to tell one wait from the next; 0 if not yet known
 * @param waited how long it has been awaited, in nanoseconds
 */
public record LockRow(Key key, boolean granted, long waitStart, long waited) {
    /** Whose lock on what. */
    public record Key(long session, LockTarget target, LockMode mode) {}
}
