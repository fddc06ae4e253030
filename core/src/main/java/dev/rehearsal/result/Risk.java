package dev.rehearsal.result;

/** How much a migration can hurt, least first. */
public enum Risk {
    LOW,
    MEDIUM,
    HIGH
}
