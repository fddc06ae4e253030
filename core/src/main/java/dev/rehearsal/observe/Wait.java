package dev.rehearsal.observe;

/**
 * A lock that samples saw awaited.
 *
 * @param key whose lock on what
 * @param start when the wait began
 * @param ended when it ended, as far as samples tell
 */
record Wait(LockRow.Key key, long start, Span ended) {}
