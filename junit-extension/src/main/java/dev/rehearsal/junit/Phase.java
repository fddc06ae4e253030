package dev.rehearsal.junit;

/** A state of the database that a {@link MigrationTest} can be run in. */
public enum Phase {
    /** The migration was applied. */
    UP,
    /** It was applied and undone. */
    DOWN,
    /** It was applied, undone, and applied again. */
    UP_AGAIN
}
