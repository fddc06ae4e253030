package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Backfills.Halt;
import dev.rehearsal.dialect.Backfills.Ran;
import dev.rehearsal.dialect.Backfills.Rig;
import dev.rehearsal.dialect.Capabilities;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Backfill;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.BackfillRerun;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.WritesBeside;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The up that writes in batches: whether one does is seen on a copy. Those are killed inside of a batch and run again, run a
 * second time after their end, and run while others write to the same rows.
 */
public final class BackfillRehearsal implements Scenario {
    private final MigrationRunner runner;
    private final CrashLimits limits;
    private final long seed;
    private final Progress progress;

    /**
     * Makes the scenario.
     *
     * @param runner applies, and nobody else uses it: what fails here must not be remembered elsewhere
     * @param limits whether anything is killed
     * @param seed chooses the moments
     * @param progress told when it begins
     */
    public BackfillRehearsal(MigrationRunner runner, CrashLimits limits, long seed, Progress progress) {
        this.runner = runner;
        this.limits = limits;
        this.seed = seed;
        this.progress = progress;
    }

    @Override
    public Pending begin(Course course) throws SQLException {
        String off = limits.without(runner);
        if (off != null) {
            course.facts().backfill(BackfillCheck.skipped(off));
            return Pending.NOTHING;
        }
        Capabilities there = course.before().dialect().capabilities();
        String missing = there.without(Instrument.BACKFILLS)
                .or(() -> there.without(Instrument.DATA))
                .orElse(null);
        if (missing != null) {
            course.facts().backfill(BackfillCheck.skipped(missing)).notMeasured("backfill: " + missing);
        } else if (course.watchlist().touched().isEmpty()) {
            course.facts().backfill(BackfillCheck.NONE);
        } else {
            rehearse(course);
        }
        return Pending.NOTHING;
    }

    private void rehearse(Course course) throws SQLException {
        try (Stage copy = course.before().copy()) {
            Rig rig = rig(course, copy);
            if (rig == null) {
                return;
            }
            Seen seen = see(course, copy, rig);
            if (seen.failure() != null) {
                String reason = "the up fails where its batches are watched: "
                        + seen.failure().message();
                course.facts().backfill(BackfillCheck.skipped(reason)).notMeasured("backfill: " + reason);
            } else if (seen.batches().isEmpty()) {
                course.facts().backfill(BackfillCheck.NONE);
            } else {
                disturb(course, copy, seen);
            }
        }
    }

    /** What was seen of an undisturbed run. */
    private record Seen(
            List<Ran> all,
            List<SeenBatches> batches,
            List<RunStatement> told,
            @Nullable RunFailure failure) {}

    /** {@return what makes its batches seen; null if the server refuses that, which is told} */
    private static @Nullable Rig rig(Course course, Stage copy) {
        try {
            return copy.dialect()
                    .backfills()
                    .rig(copy.address(), course.watchlist().touched(), List.of(), Halt.NOWHERE);
        } catch (SQLException e) {
            String reason = "batches cannot be watched on its tables: " + e.getMessage();
            course.facts().backfill(BackfillCheck.skipped(reason)).notMeasured("backfill: " + reason);
            return null;
        }
    }

    private Seen see(Course course, Stage copy, Rig watching) throws SQLException {
        AtomicReference<@Nullable StatementClock> clock = new AtomicReference<>();
        try (Rig rig = watching) {
            RunFailure failure = new PhaseRunner(runner)
                    .run(Phase.UP, course.migration(), copy, course.watchlist().nothing(), observation -> {
                        clock.set(new StatementClock(observation.events()));
                        return Objects.requireNonNull(clock.get());
                    })
                    .failure();
            List<Ran> all = failure == null ? rig.ran() : List.of();
            List<RunStatement> told = Objects.requireNonNull(clock.get()).all();
            return new Seen(all, SeenBatches.of(all), told, failure);
        }
    }

    private void disturb(Course course, Stage copy, Seen seen) throws SQLException {
        List<String> notTried = new ArrayList<>();
        List<Backfill> backfills = new ArrayList<>();
        for (SeenBatches batches : seen.batches()) {
            Backfill facts =
                    batches.facts(course.migration().script().name(), seen.told(), seen.all(), rows(course, batches));
            backfills.add(facts);
            if (facts.trend() == null) {
                notTried.add("whether batches of " + facts.table() + " slow down: "
                        + "at least " + BatchTrend.BATCHES
                        + " full batches must be compared, and there are fewer among "
                        + facts.batches() + "; give the table more rows");
            }
        }
        BackfillReruns reruns = new BackfillReruns(runner, course, seen.batches(), notTried);
        progress.report("  in batches: killed and run again, and beside a writer");
        List<BackfillRerun> killed = reruns.play(seed);
        List<WritesBeside> beside = new ArrayList<>();
        for (SeenBatches batches : seen.batches()) {
            WritesBeside writes = new WritesBesideBatches(runner, course, batches, notTried).play(copy);
            if (writes != null) {
                beside.add(writes);
            }
        }
        course.facts().backfill(new BackfillCheck(null, backfills, killed, beside, notTried));
        if (killed.isEmpty()) {
            course.facts().notMeasured("backfill: it was killed at no moment: " + notTried.get(notTried.size() - 1));
        }
    }

    private static long rows(Course course, SeenBatches batches) throws SQLException {
        return course.before().sizes().stream()
                .filter(size -> size.table().equals(batches.table()))
                .mapToLong(TableSize::rows)
                .findFirst()
                .orElse(0);
    }
}
