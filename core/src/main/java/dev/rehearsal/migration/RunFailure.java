package dev.rehearsal.migration;

import org.jspecify.annotations.Nullable;

/**
 * Why a run failed.
 *
 * @param fault what the error means
 * @param script the script that failed; null if none was reached
 * @param line the line of the failed statement, or the line that the server points at; 0 if not known
 * @param sql the failed statement; null if not known
 */
public record RunFailure(
        Fault fault,
        @Nullable String script,
        int line,
        @Nullable String sql) {
    /**
     * A failure of which no engine says what it means: the runner's own, for example.
     *
     * @param message anybody's words
     * @param code a code; null if there is none
     * @param detail more words; null if none
     * @param script the script that failed; null if none was reached
     * @param line the line of the failed statement; 0 if not known
     * @param sql the failed statement; null if not known
     */
    public RunFailure(
            String message,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String script,
            int line,
            @Nullable String sql) {
        this(Fault.unknown(message, code, detail), script, line, sql);
    }

    /** {@return what kind of error it is} */
    public Fault.Kind kind() {
        return fault.kind();
    }

    /** {@return the server's or the runner's words} */
    public String message() {
        return fault.message();
    }

    /** {@return the engine's own code; null if the server was not asked} */
    public @Nullable String sqlState() {
        return fault.code();
    }

    /** {@return the server's detail and hint; null if none} */
    public @Nullable String detail() {
        return fault.detail();
    }
}
