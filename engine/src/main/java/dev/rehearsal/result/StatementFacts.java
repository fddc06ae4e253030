package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one statement cost.
 *
 * @param script the name of its script
 * @param line the line on which it begins, from 1; 0 if not known
 * @param sql its text
 * @param startMs when it was sent, in milliseconds from the start of the phase
 * @param durationMs until it ended, in milliseconds
 * @param walBytes write-ahead log that the server wrote meanwhile; null if not measured
 * @param rewrites tables whose file was written anew; null if not measured
 * @param failed whether it failed
 */
public record StatementFacts(
        String script,
        int line,
        String sql,
        double startMs,
        double durationMs,
        @Nullable Long walBytes,
        @Nullable List<String> rewrites,
        boolean failed) {
    public StatementFacts {
        rewrites = rewrites == null ? null : List.copyOf(rewrites);
    }
}
