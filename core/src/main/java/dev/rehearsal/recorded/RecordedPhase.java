package dev.rehearsal.recorded;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of one phase.
 *
 * @param phase its id: {@code up}
 * @param durationMs how long it took
 * @param failure why it failed; null if it did not
 * @param timedOut whether it was stopped
 * @param statements what it ran, in order
 * @param locks the locks that were held; null if not measured
 * @param stalls how long others had to wait; null if not measured
 * @param notMeasured what could not be measured
 */
public record RecordedPhase(
        String phase,
        double durationMs,
        @Nullable RecordedFailure failure,
        boolean timedOut,
        List<RecordedStatement> statements,
        @Nullable List<RecordedLock> locks,
        @Nullable List<RecordedStall> stalls,
        List<String> notMeasured) {
    public RecordedPhase {
        Objects.requireNonNull(phase, "phase");
        statements = List.copyOf(statements);
        notMeasured = List.copyOf(notMeasured);
    }

    /** {@return the effects of its statements, in order; null if none was looked into} */
    @Nullable
    List<RecordedEffect> effects() {
        List<List<RecordedEffect>> seen = statements.stream()
                .map(RecordedStatement::effects)
                .filter(Objects::nonNull)
                .toList();
        return seen.isEmpty() ? null : seen.stream().flatMap(List::stream).toList();
    }

    /**
     * Why something failed.
     *
     * @param message what the database said
     * @param sqlState its code; null if there is none
     * @param script in which script; null if not known
     * @param line at which line; null if not known
     */
    public record RecordedFailure(
            String message,
            @Nullable String sqlState,
            @Nullable String script,
            @Nullable Integer line) {}

    /**
     * A statement.
     *
     * @param script in which script
     * @param line at which line; null if not known
     * @param sql what it says
     * @param durationMs how long it took
     * @param walBytes how much write-ahead log it wrote; null if not measured
     * @param rewrites the tables that it rewrote; null if not measured
     * @param effects what it did to the catalogue; null if not looked into
     * @param uses what it read and wrote; null if not looked into
     */
    public record RecordedStatement(
            String script,
            @Nullable Integer line,
            String sql,
            double durationMs,
            @Nullable Long walBytes,
            @Nullable List<String> rewrites,
            @Nullable List<RecordedEffect> effects,
            @Nullable List<RecordedTableUse> uses) {}

    /**
     * What a statement did to the catalogue. {@code relation} and what follows it are missing from older reports.
     *
     * @param kind what: {@code column-added}
     * @param object to what
     * @param relation of which table, view or function
     * @param name of which column, index or constraint
     * @param columns which columns it covers
     * @param before what it was
     * @param after what it is
     * @param traits what more is true of it: {@code not-valid}
     */
    public record RecordedEffect(
            String kind,
            String object,
            @Nullable String relation,
            @Nullable String name,
            @Nullable List<String> columns,
            @Nullable String before,
            @Nullable String after,
            @Nullable List<String> traits) {
        public RecordedEffect {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(object, "object");
        }

        /**
         * {@return whether a trait is true of it}
         *
         * @param trait which
         */
        public boolean is(String trait) {
            return traits != null && traits.contains(trait);
        }
    }

    /**
     * What a statement read and wrote.
     *
     * @param table of which table
     * @param read how many rows it read
     * @param written how many it wrote
     */
    public record RecordedTableUse(String table, long read, long written) {}

    /**
     * A lock that was held.
     *
     * @param relation on what
     * @param mode its name in the catalogue
     * @param modeWords its name for a reader; null in reports of older versions
     * @param rank how strong it is; null in reports of older versions
     * @param blocksReads whether no one could read
     * @param blocksWrites whether no one could write
     * @param heldMs how long
     * @param boundMs by how much that may be wrong
     * @param createdHere whether the migration itself made the relation
     */
    public record RecordedLock(
            String relation,
            String mode,
            @Nullable String modeWords,
            @Nullable Integer rank,
            boolean blocksReads,
            boolean blocksWrites,
            double heldMs,
            double boundMs,
            boolean createdHere) {
        public RecordedLock {
            Objects.requireNonNull(relation, "relation");
            Objects.requireNonNull(mode, "mode");
        }

        /** {@return the mode's name for a reader} */
        public String words() {
            return modeWords == null ? OlderReports.words(mode) : modeWords;
        }

        /** {@return whether it held off anyone} */
        public boolean hurts() {
            return !createdHere && (blocksReads || blocksWrites);
        }
    }

    /**
     * How long others had to wait.
     *
     * @param relation for what
     * @param operation to do what
     * @param worstMs the longest
     */
    public record RecordedStall(String relation, String operation, double worstMs) {}
}
