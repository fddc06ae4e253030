package dev.rehearsal.scenario;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.dialect.Capabilities;
import dev.rehearsal.dialect.Capabilities.Feature;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Crashes.Run;
import dev.rehearsal.dialect.Crashes.Told;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.ScriptStatements;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.result.CrashPoint.When;
import dev.rehearsal.result.HalfAppliedCheck;
import dev.rehearsal.result.HalfAppliedRun;
import dev.rehearsal.result.HandPath;
import dev.rehearsal.result.LeftBehind;
import dev.rehearsal.result.Phase;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The up that fails at one of its statements, where the server does not take definitions back: what stays, whether the
 * migration can then be run again, and else which statements are to be run by hand, to its end or back to its beginning.
 */
public final class HalfApplied implements Scenario {
    private static final int MOST = 10;

    private final MigrationRunner runner;
    private final PhaseRunner phases;
    private final Progress progress;

    /**
     * Makes the scenario.
     *
     * @param runner applies, and nobody else uses it
     * @param progress told when it begins
     */
    public HalfApplied(MigrationRunner runner, Progress progress) {
        this.runner = runner;
        this.phases = new PhaseRunner(runner);
        this.progress = progress;
    }

    @Override
    public Pending begin(Course course) throws SQLException {
        Capabilities there = course.before().dialect().capabilities();
        if (there.can(Feature.ATOMIC_DDL)) {
            return Pending.NOTHING; // what a transaction holds together does not stay half done
        }
        String missing = there.without(Instrument.CRASHES)
                .or(() -> there.without(Instrument.DATA))
                .orElse(runner.capabilities().killed() ? null : CrashLimits.NOT_COMPARED);
        if (missing != null) {
            course.facts().halfApplied(HalfAppliedCheck.skipped(missing)).notMeasured("half applied: " + missing);
            return Pending.NOTHING;
        }
        try (NormalUp normal = NormalUp.of(runner, course.migration(), course.before())) {
            RunFailure failure = normal.failure();
            String reason = failure != null
                    ? "the up fails on a copy on which nothing disturbs it: " + failure.message()
                    : normal.told().isEmpty() ? "the migration does not tell its statements" : null;
            if (reason == null) {
                new Series(course, normal).play();
            } else {
                course.facts().halfApplied(HalfAppliedCheck.skipped(reason)).notMeasured("half applied: " + reason);
            }
        }
        return Pending.NOTHING;
    }

    /** All failures of one migration. */
    private final class Series {
        private final Course course;
        private final Migration migration;
        private final NormalUp normal;
        private final SchemaSnapshot schemaBefore;
        private final DataFingerprint dataBefore;

        Series(Course course, NormalUp normal) throws SQLException {
            this.course = course;
            this.migration = course.migration();
            this.normal = normal;
            this.schemaBefore = course.before().schema();
            this.dataBefore = course.before().data();
        }

        void play() throws SQLException {
            List<Told> told = normal.told();
            List<HalfAppliedRun> runs = new ArrayList<>();
            List<String> notTried = new ArrayList<>();
            if (told.size() > 1) {
                progress.report("  failing at each of its statements");
            }
            for (int statement = 2; statement <= told.size(); statement++) {
                if (!course.before()
                        .dialect()
                        .crashes()
                        .canFail(told.get(statement - 1).statement().sql())) {
                    continue; // where the next one fails, the same stays
                }
                int line = told.get(statement - 1).statement().line();
                CrashPoint point =
                        new CrashPoint(When.BEFORE, migration.script().name(), statement, line);
                if (statement > MOST + 1) {
                    notTried.add(point.place() + ": more than " + MOST);
                } else if (!fails(point, runs)) {
                    notTried.add(point.place() + ": it did not fail there");
                }
            }
            course.facts().halfApplied(new HalfAppliedCheck(null, runs, notTried));
            course.facts().notMeasured("half applied: ", notTried);
        }

        private boolean fails(CrashPoint point, List<HalfAppliedRun> runs) throws SQLException {
            try (Stage copy = course.before().copy()) {
                try (Run run = copy.dialect().crashes().failing(copy.address(), point)) {
                    @Nullable RunFailure expected = runner.up(run.migrating(), migration, run.events());
                    if (!run.happened() || expected == null) {
                        return false;
                    }
                }
                LeftBehind left = new LeftBehind(
                        SchemaComparison.differences(schemaBefore, copy.schema()), losses(copy), List.of());
                if (left.anything()) {
                    runs.add(waysOut(point, left, copy));
                }
                return true;
            }
        }

        private List<Loss> losses(Stage copy) throws SQLException {
            return copy.dialect()
                    .data()
                    .losses(course.before().dataSource(), dataBefore, copy.dataSource(), copy.data());
        }

        private HalfAppliedRun waysOut(CrashPoint point, LeftBehind left, Stage copy) throws SQLException {
            @Nullable HandPath back = back(copy);
            boolean repair = runner.state(copy.dataSource(), migration) == RunState.FAILED;
            RunFailure failure = repair ? runner.repair(copy.migrating()) : null;
            if (failure == null) {
                failure = phases.run(
                                Phase.UP_FINAL,
                                migration,
                                copy,
                                course.watchlist().nothing())
                        .failure();
            }
            boolean completed = failure == null && asNormal(copy);
            @Nullable HandPath forward = completed || failure == null ? null : forward(point, copy);
            return new HalfAppliedRun(point, left, repair, failure, completed, forward, back);
        }

        private boolean asNormal(Stage copy) throws SQLException {
            return normal.differences(copy).isEmpty() && normal.losses(copy).isEmpty();
        }

        private @Nullable HandPath back(Stage copy) throws SQLException {
            Script undo = migration.undo();
            Optional<ScriptStatements> cut = undo == null ? Optional.empty() : cut(undo);
            if (cut.isEmpty()) {
                return null;
            }
            try (Stage other = copy.copy()) {
                ByHand hand = ByHand.run(other, cut.get().statements());
                boolean leads = SchemaComparison.differences(schemaBefore, other.schema())
                                .isEmpty()
                        && losses(other).isEmpty();
                return new HandPath(cut.get().script().name(), hand.through(), hand.refused(), leads);
            }
        }

        /** What was to come when it failed; running it again may have gone through a part of it, and failed then. */
        private @Nullable HandPath forward(CrashPoint point, Stage copy) throws SQLException {
            Optional<ScriptStatements> cut = cut(migration.script());
            if (cut.isEmpty() || cut.get().statements().size() < point.statement()) {
                return null;
            }
            List<RunStatement> all = cut.get().statements();
            ByHand hand = ByHand.run(copy, all.subList(point.statement() - 1, all.size()));
            return new HandPath(point.script(), hand.through(), hand.refused(), asNormal(copy));
        }

        private Optional<ScriptStatements> cut(Script script) {
            return Optional.ofNullable(runner.statements().get(script))
                    .filter(told -> !told.statements().isEmpty());
        }
    }
}
