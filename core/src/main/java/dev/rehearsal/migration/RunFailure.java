package dev.rehearsal.migration;

import org.jspecify.annotations.Nullable;

/**
 * Why a run failed.
 *
 * @param message the server's or the runner's words
 * @param sqlState the SQLSTATE; null if the server was not asked
 * @param detail the server's detail and hint; null if none
 * @param script the script that failed; null if none was reached
 * @param line the line of the failed statement, or the line that the server points at; 0 if not known
 * @param sql the failed statement; null if not known
 */
public record RunFailure(
        String message,
        @Nullable String sqlState,
        @Nullable String detail,
        @Nullable String script,
        int line,
        @Nullable String sql) {}
