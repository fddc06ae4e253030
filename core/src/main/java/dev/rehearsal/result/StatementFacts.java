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
 * @param effects what it did to the catalogue and with which tables; null if it was not looked up
 * @param algorithm how the server changed a table's definition, in its own words; null if it has only one way, did not change
 *     any, or does not tell
 */
public record StatementFacts(
        String script,
        int line,
        String sql,
        double startMs,
        double durationMs,
        @Nullable Long walBytes,
        @Nullable List<String> rewrites,
        boolean failed,
        @Nullable StatementEffects effects,
        @Nullable String algorithm) {
    public StatementFacts {
        rewrites = rewrites == null ? null : List.copyOf(rewrites);
    }

    /**
     * The facts of a statement whose effects were not looked up.
     *
     * @param script the name of its script
     * @param line the line on which it begins
     * @param sql its text
     * @param startMs when it was sent
     * @param durationMs until it ended
     * @param walBytes write-ahead log
     * @param rewrites tables written anew
     * @param failed whether it failed
     */
    public StatementFacts(
            String script,
            int line,
            String sql,
            double startMs,
            double durationMs,
            @Nullable Long walBytes,
            @Nullable List<String> rewrites,
            boolean failed) {
        this(script, line, sql, startMs, durationMs, walBytes, rewrites, failed, null, null);
    }

    /**
     * The facts of a statement on a server that has one way only to change a definition.
     *
     * @param script the name of its script
     * @param line the line on which it begins
     * @param sql its text
     * @param startMs when it was sent
     * @param durationMs until it ended
     * @param walBytes write-ahead log
     * @param rewrites tables written anew
     * @param failed whether it failed
     * @param effects what it did
     */
    public StatementFacts(
            String script,
            int line,
            String sql,
            double startMs,
            double durationMs,
            @Nullable Long walBytes,
            @Nullable List<String> rewrites,
            boolean failed,
            @Nullable StatementEffects effects) {
        this(script, line, sql, startMs, durationMs, walBytes, rewrites, failed, effects, null);
    }
}
