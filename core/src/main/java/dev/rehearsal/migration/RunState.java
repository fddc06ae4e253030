package dev.rehearsal.migration;

import java.util.Locale;

/** What a runner's own history says of a migration. */
public enum RunState {
    /** It does not know it: the migration would be run. */
    PENDING,
    /** It has noted a failure: it refuses to go on until it is repaired. */
    FAILED,
    /** It takes it for applied: the migration would not be run again. */
    APPLIED;

    /** {@return as it stands in reports} */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
