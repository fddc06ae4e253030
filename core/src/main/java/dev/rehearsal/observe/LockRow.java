package dev.rehearsal.observe;

import dev.rehearsal.lock.LockMode;

/**
 * One lock of one session as a sample shows it.
 *
 * @param key whose lock on what
 * @param granted whether it is held; else it is awaited
 * @param waitStart the server's clock when the wait began, to tell one wait from the next; 0 if not yet known
 * @param waited how long it has been awaited, in nanoseconds
 * @param blind for how long before the look it can have been held unseen, in nanoseconds: the server does not tell of it, but
 *     a canary waits for it, which does not ask all the time; 0 if the server tells
 */
public record LockRow(Key key, boolean granted, long waitStart, long waited, long blind) {
    /**
     * What the server tells of.
     *
     * @param key whose lock on what
     * @param granted whether it is held
     * @param waitStart the server's clock when the wait began
     * @param waited how long it has been awaited
     */
    public LockRow(Key key, boolean granted, long waitStart, long waited) {
        this(key, granted, waitStart, waited, 0);
    }

    /** Whose lock on what. */
    public record Key(long session, LockTarget target, LockMode mode) {}
}
