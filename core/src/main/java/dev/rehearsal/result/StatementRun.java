package dev.rehearsal.result;

import org.jspecify.annotations.Nullable;

/**
 * How a statement of the application fared at one moment. Times are milliseconds from asking to having every row, over
 * the runs that succeeded.
 *
 * @param moment when
 * @param runs how often it was run; 0 if it was only planned
 * @param failures how many of these failed, or 1 if it could not even be planned
 * @param failure the first failure; null if there was none
 * @param times how long it took; null if it never succeeded or was only planned
 * @param plan how the server runs it; null where that was not asked, or cannot be told
 */
public record StatementRun(
        Moment moment,
        int runs,
        int failures,
        @Nullable Failure failure,
        @Nullable Times times,
        @Nullable StatementPlan plan) {
    /** {@return whether it failed at least once} */
    public boolean failed() {
        return failure != null;
    }

    /**
     * What the server said.
     *
     * @param sqlState the SQLSTATE; empty if there was none
     * @param message the server's words
     */
    public record Failure(String sqlState, String message) {}

    /**
     * How long it took.
     *
     * @param best the fastest run, which a busy machine disturbs least
     * @param p50 half of the runs were faster
     * @param p95 nineteen in twenty were faster
     * @param worst the slowest run
     */
    public record Times(double best, double p50, double p95, double worst) {}
}
