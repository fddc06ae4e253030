package dev.rehearsal.dialect;

/**
 * Who waits at this moment of a phase.
 *
 * @param migrationNanos for how long the migration has been waiting for a lock; 0 if it does not
 * @param othersNanos for how long a reader or writer has been waiting at the longest; 0 if none does
 * @param limited whether a statement was sent that may limit how long the migration waits, or nobody can tell
 */
public record Waiting(long migrationNanos, long othersNanos, boolean limited) {
    /** Nobody looks. */
    public static final Waiting NOT_KNOWN = new Waiting(0, 0, true);

    /**
     * {@return whether the migration, which waits for as long as it has to, has kept others waiting for this long}
     *
     * @param nanos how long
     */
    public boolean isAtLeast(long nanos) {
        return !limited && migrationNanos >= nanos && othersNanos >= nanos;
    }
}
