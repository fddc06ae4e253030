package dev.rehearsal.recorded;

import org.jspecify.annotations.Nullable;

/**
 * What a script assumed of production's rows.
 *
 * @param assumption {@code UNIQUE (email) on users}
 * @param reason why
 * @param script the script's name
 * @param line the line in it
 * @param question asks a database whether its rows are so; null if it was not known
 */
public record RecordedAssumption(
        String assumption,
        String reason,
        String script,
        int line,
        @Nullable String question) {}
