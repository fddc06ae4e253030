package dev.rehearsal.postgres.seed;

/** A table that cannot be filled by what we know. */
final class UnfillableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfillableException(String reason) {
        super(reason);
    }
}
