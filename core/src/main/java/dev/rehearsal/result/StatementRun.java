package dev.rehearsal.result;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
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
 * @param again how long it took on fresh copies of the stage; null if it was not measured again
 */
public record StatementRun(
        Moment moment,
        int runs,
        int failures,
        @Nullable Failure failure,
        @Nullable Times times,
        @Nullable StatementPlan plan,
        @Nullable TimesAgain again) {
    /**
     * A run that was measured once.
     *
     * @param moment when
     * @param runs how often it was run
     * @param failures how many of these failed
     * @param failure the first failure; null if there was none
     * @param times how long it took; null if it never succeeded or was only planned
     * @param plan how the server runs it; null where that was not asked, or cannot be told
     */
    public StatementRun(
            Moment moment,
            int runs,
            int failures,
            @Nullable Failure failure,
            @Nullable Times times,
            @Nullable StatementPlan plan) {
        this(moment, runs, failures, failure, times, plan, null);
    }

    /**
     * {@return this run, and how long it took when it was measured again}
     *
     * @param more on fresh copies of the stage
     */
    public StatementRun again(TimesAgain more) {
        return new StatementRun(moment, runs, failures, failure, times, plan, more);
    }

    /** {@return all that was measured of it, in order; empty if it never succeeded or was only planned} */
    public List<Times> measurements() {
        return Stream.concat(Stream.ofNullable(times), again == null ? Stream.empty() : again.times().stream())
                .toList();
    }

    /** {@return its fastest run of all; empty if none succeeded} */
    public OptionalDouble best() {
        return measurements().stream().mapToDouble(Times::best).min();
    }

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

    /**
     * How long it took when it was measured again.
     *
     * @param times each time, in order
     * @param stretch how much longer than its processor time a computation of ours took meanwhile, at worst
     */
    public record TimesAgain(List<Times> times, double stretch) {
        public TimesAgain {
            times = List.copyOf(times);
        }

        /** {@return whether others used the processor so much that times say little} */
        public boolean busy() {
            return new Repeats(List.of(), stretch).busy();
        }
    }
}
