package dev.rehearsal.report.format;

import dev.rehearsal.lock.HeldLock;

/** What others cannot do while a lock is held. */
public enum Blocks {
    READS_AND_WRITES("reads and writes"),
    WRITES("writes"),
    NOTHING("nothing");

    private final String text;

    Blocks(String text) {
        this.text = text;
    }

    /** {@return the words for a reader} */
    public String text() {
        return text;
    }

    /**
     * {@return what the lock blocks; nothing, if the migration itself made the relation}
     *
     * @param lock any lock
     */
    public static Blocks of(HeldLock lock) {
        if (lock.createdHere() || !lock.mode().blocksWrites()) {
            return NOTHING;
        }
        return lock.mode().blocksReads() ? READS_AND_WRITES : WRITES;
    }
}
