package dev.rehearsal.scenario;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.dialect.Capabilities;
import dev.rehearsal.dialect.Capabilities.Feature;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Crashes.Run;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.result.CrashPoint.When;
import dev.rehearsal.result.CrashRun;
import dev.rehearsal.result.Phase;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The up that is killed: at many moments its session is ended, what it has left is looked at, and it is run again as an
 * operator would, after a repair of the runner's history where that refuses to go on.
 */
public final class CrashRehearsal implements Scenario {
    /** What commits in its middle may be over before it is hit. */
    private static final int ATTEMPTS = 3;

    private final MigrationRunner runner;
    private final PhaseRunner phases;
    private final CrashLimits limits;
    private final Progress progress;

    /**
     * Makes the scenario.
     *
     * @param runner applies, and nobody else uses it: what fails here must not be remembered elsewhere
     * @param limits how far it goes
     * @param progress told when it begins
     */
    public CrashRehearsal(MigrationRunner runner, CrashLimits limits, Progress progress) {
        this.runner = runner;
        this.phases = new PhaseRunner(runner);
        this.limits = limits;
        this.progress = progress;
    }

    @Override
    public Pending begin(Course course) throws SQLException {
        String off = limits.without(runner);
        if (off != null) {
            course.facts().crash(CrashCheck.skipped(off));
            return Pending.NOTHING;
        }
        Capabilities there = course.before().dialect().capabilities();
        String missing = there.without(Instrument.CRASHES)
                .or(() -> there.without(Instrument.DATA))
                .orElse(null);
        if (missing != null) {
            course.facts().crash(CrashCheck.skipped(missing)).notMeasured("crash: " + missing);
            return Pending.NOTHING;
        }
        try (NormalUp normal = NormalUp.of(runner, course.migration(), course.before())) {
            RunFailure failure = normal.failure();
            if (failure == null) {
                new Series(course, normal).play();
            } else {
                String reason = "the up fails on a copy on which nothing disturbs it: " + failure.message();
                course.facts().crash(CrashCheck.skipped(reason)).notMeasured("crash: " + reason);
            }
        }
        return Pending.NOTHING;
    }

    /** All crashes of one migration. */
    private final class Series {
        private final Course course;
        private final Migration migration;
        private final NormalUp normal;
        private final SchemaSnapshot schemaBefore;
        private final DataFingerprint dataBefore;
        private final List<CrashRun> runs = new ArrayList<>();

        Series(Course course, NormalUp normal) throws SQLException {
            this.course = course;
            this.migration = course.migration();
            this.normal = normal;
            this.schemaBefore = course.before().schema();
            this.dataBefore = course.before().data();
        }

        void play() throws SQLException {
            CrashPoints points = CrashPoints.of(
                    migration,
                    migration.transactional()
                            && course.before().dialect().capabilities().can(Feature.ATOMIC_DDL),
                    normal.told(),
                    limits.points());
            progress.report("  killed and run again at " + points.chosen().size() + " moments");
            List<String> notTried = new ArrayList<>(points.notTried());
            for (CrashPoint point : points.chosen()) {
                crash(point).ifPresentOrElse(runs::add, () -> notTried.add(point.place() + ": it was not hit there"));
            }
            if (runs.isEmpty() && normal.told().isEmpty() && migration.kind() == Migration.Kind.SQL) {
                course.facts().crash(CrashCheck.skipped("it sends no statement in which it could be killed"));
                return;
            }
            course.facts().crash(new CrashCheck(null, runs, notTried));
            if (runs.isEmpty() && !points.chosen().isEmpty()) {
                course.facts()
                        .notMeasured("crash: the up was killed at none of "
                                + points.chosen().size() + " moments: " + notTried.get(notTried.size() - 1));
            }
        }

        private Optional<CrashRun> crash(CrashPoint point) throws SQLException {
            for (int attempt = 1; attempt <= (point.when() == When.DURING ? ATTEMPTS : 1); attempt++) {
                try (Stage copy = course.before().copy()) {
                    if (killed(point, copy)) {
                        return Optional.of(rerun(point, copy));
                    }
                }
            }
            return Optional.empty();
        }

        private boolean killed(CrashPoint point, Stage copy) throws SQLException {
            try (Run run = copy.dialect()
                    .crashes()
                    .ended(copy.address(), point, course.watchlist().touched())) {
                @Nullable RunFailure expected = runner.up(run.migrating(), migration, run.events());
                return run.happened() && (expected != null || point.when() == When.AFTER_COMMIT);
            }
        }

        private CrashRun rerun(CrashPoint point, Stage copy) throws SQLException {
            RunState history = runner.state(copy.dataSource(), migration);
            var schemaLeft = SchemaComparison.differences(schemaBefore, copy.schema());
            var dataLeft = copy.dialect()
                    .data()
                    .losses(course.before().dataSource(), dataBefore, copy.dataSource(), copy.data());
            boolean repair = history == RunState.FAILED;
            RunFailure failure = repair ? runner.repair(copy.migrating()) : null;
            if (failure == null) {
                failure = phases.run(
                                Phase.UP_FINAL,
                                migration,
                                copy,
                                course.watchlist().nothing())
                        .failure();
            }
            boolean ended = failure == null;
            return new CrashRun(
                    point,
                    history,
                    schemaLeft,
                    dataLeft,
                    repair,
                    failure,
                    ended ? normal.differences(copy) : null,
                    ended ? normal.losses(copy) : null);
        }
    }
}
