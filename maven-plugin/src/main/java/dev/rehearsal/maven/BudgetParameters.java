package dev.rehearsal.maven;

import org.jspecify.annotations.Nullable;

/** The {@code <budgets>} of a plugin's configuration; Maven fills the fields by their names. */
public final class BudgetParameters {
    /** How long a lock that blocks may be held, such as {@code 500ms}. */
    @Nullable String lock;

    /** How long a reader or writer may wait, such as {@code 1s}. */
    @Nullable String stall;

    /** How long an up or a down may take, such as {@code 5m}. */
    @Nullable String duration;
}
