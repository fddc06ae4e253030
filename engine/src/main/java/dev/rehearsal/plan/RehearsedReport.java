package dev.rehearsal.plan;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code report.json} says, as far as a plan needs it. Times are milliseconds; what was not measured is null. */
record RehearsedReport(
        int schemaVersion,
        String verdict,
        long seed,
        String started,
        double durationMs,
        Database database,
        List<Table> tables,
        List<Found> findings,
        List<Rehearsed> migrations) {

    record Database(String product, String version, String provider, List<String> unlikeProduction) {
        /** {@return the release line: 18 of 18.4} */
        int major() {
            return Integer.parseInt(version.split("\\D", 2)[0]);
        }
    }

    record Table(
            String table, long rows, long bytes, @Nullable Long productionRows) {}

    record Found(
            String rule,
            String severity,
            String message,
            String remedy,
            @Nullable String file,
            @Nullable Integer line) {}

    /** One migration. */
    record Rehearsed(
            String version,
            String description,
            String script,
            @Nullable String undoScript,
            @Nullable String scriptDigest,
            @Nullable String undoDigest,
            boolean transactional,
            String verdict,
            String risk,
            List<String> riskReasons,
            @Nullable Double expectedDowntimeMs,
            List<Phase> phases,
            @Nullable Check schemaAfterDown,
            @Nullable Check dataAfterDown,
            @Nullable Check schemaAfterUpAgain,
            @Nullable Use afterUse,
            @Nullable Queue lockQueue,
            @Nullable Crashes crash,
            List<Table> tables,
            @Nullable List<Table> tablesAfterUp,
            List<Found> findings,
            @Nullable String hangs,
            List<String> notMeasured) {
        Optional<Phase> phase(String id) {
            return phases.stream().filter(p -> p.phase().equals(id)).findFirst();
        }

        /** {@return the effects of its up, in order; null if no up was looked into} */
        @Nullable
        List<Effect> effects() {
            for (Phase phase : phases) {
                if (phase.phase().startsWith("up")
                        && phase.failure() == null
                        && phase.statements().stream().anyMatch(s -> s.effects() != null)) {
                    return phase.statements().stream()
                            .filter(s -> s.effects() != null)
                            .flatMap(s -> s.effects().stream())
                            .toList();
                }
            }
            return null;
        }
    }

    record Phase(
            String phase,
            double durationMs,
            @Nullable Failure failure,
            boolean timedOut,
            List<Statement> statements,
            @Nullable List<Lock> locks,
            @Nullable List<Stall> stalls,
            List<String> notMeasured) {}

    record Failure(
            String message,
            @Nullable String sqlState,
            @Nullable String script,
            @Nullable Integer line) {}

    record Statement(
            String script,
            @Nullable Integer line,
            String sql,
            double durationMs,
            @Nullable Long walBytes,
            @Nullable List<String> rewrites,
            @Nullable List<Effect> effects,
            @Nullable List<TableUse> uses) {}

    /** {@code relation} and what follows it are missing from reports of older versions. */
    record Effect(
            String kind,
            String object,
            @Nullable String relation,
            @Nullable String name,
            @Nullable List<String> columns,
            @Nullable String before,
            @Nullable String after,
            @Nullable List<String> traits) {
        boolean is(String trait) {
            return traits != null && traits.contains(trait);
        }
    }

    record TableUse(String table, long read, long written) {}

    record Lock(
            String relation,
            String mode,
            boolean blocksReads,
            boolean blocksWrites,
            double heldMs,
            double boundMs,
            boolean createdHere) {
        boolean hurts() {
            return !createdHere && (blocksReads || blocksWrites);
        }
    }

    record Stall(String relation, String operation, double worstMs) {}

    record Check(boolean identical) {}

    record Use(
            @Nullable String skipped,
            List<Written> written,
            List<String> notWritten,
            @Nullable List<Lost> losses) {}

    record Written(String relation, @Nullable String column, String kind, long rows) {}

    record Lost(String relation, @Nullable String column, String kind, long rows, boolean expected) {}

    record Queue(@Nullable String skipped, List<QueueRun> runs) {}

    record QueueRun(
            String phase,
            List<String> tables,
            double holdMs,
            double waitedMs,
            @Nullable Double worstStallMs,
            String outcome,
            @Nullable Boolean untouched,
            @Nullable Boolean retried,
            @Nullable Failure failure) {}

    /** Missing from reports of older versions. */
    record Crashes(@Nullable String skipped, List<Crash> runs, List<String> notTried) {}

    record Crash(
            String when,
            String script,
            @Nullable Integer line,
            String history,
            boolean repaired,
            boolean recovered,
            List<Object> schemaLeft,
            List<Object> dataLeft,
            @Nullable Failure failure) {
        boolean partial() {
            return !history.equals("applied") && !(schemaLeft.isEmpty() && dataLeft.isEmpty());
        }

        String place() {
            return when.replace('-', ' ') + " " + script + (line == null ? "" : ":" + line);
        }
    }
}
