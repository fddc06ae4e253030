package dev.rehearsal.lock;

/** What a canary does. */
public enum Operation {
    SELECT,
    INSERT,
    UPDATE,
    DELETE
}
