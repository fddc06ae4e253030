package dev.rehearsal.scenario;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Repeats;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures a phase again that missed a limit, on a fresh copy of its stage, until one measurement keeps it: a lock cannot
 * be held shorter than it needs, but a busy machine can hold it longer. Meanwhile it looks at how busy the machine is.
 */
public final class Confirmation implements Scenario {
    private static final int AT_MOST = 4;

    /** Where a phase takes long, others on the machine matter less, and patience ends. */
    private static final long ENOUGH_NANOS = 120_000_000_000L;

    private final MigrationRunner runner;
    private final PhaseRunner phases;
    private final Limits limits;
    private final Progress progress;

    /**
     * Makes the scenario.
     *
     * @param runner a fresh one
     * @param limits which there are
     * @param progress told of what is being done
     */
    public Confirmation(MigrationRunner runner, Limits limits, Progress progress) {
        this.runner = runner;
        this.phases = new PhaseRunner(runner);
        this.limits = limits;
        this.progress = progress;
    }

    @Override
    public Pending begin(Course course) throws SQLException {
        for (Phase phase : List.of(Phase.UP, Phase.DOWN)) {
            PhaseResult first = course.facts().result(phase).orElse(null);
            if (first != null
                    && first.failure() == null
                    && limits.missed(course.facts().build(), first, 1)) {
                confirm(first, course);
            }
        }
        return Pending.NOTHING;
    }

    /** What is beyond doubt far over the limit needs no second look. */
    private void confirm(PhaseResult first, Course course) throws SQLException {
        double stretch = ProcessorShare.stretch();
        MigrationFacts facts = course.facts().build();
        PhaseResult result = first.repeated(new Repeats(List.of(), stretch));
        if (limits.missed(facts, result, 3)) {
            return;
        }
        progress.report("  measuring the " + first.phase().id() + " again: it missed a budget");
        List<PhaseFacts> again = new ArrayList<>();
        long begun = System.nanoTime();
        while (again.size() < AT_MOST && System.nanoTime() - begun < ENOUGH_NANOS && limits.missed(facts, result, 1)) {
            PhaseResult next = measure(first.phase(), course);
            if (next == null) {
                break; // nothing was seen, or it meets on the server what it has left there
            }
            again.add(next.facts());
            stretch = Math.max(stretch, ProcessorShare.stretch());
            result = first.repeated(new Repeats(again, stretch));
        }
        course.facts().replace(result);
    }

    private @Nullable PhaseResult measure(Phase phase, Course course) throws SQLException {
        Migration migration = course.migration();
        try (Stage copy = course.before().copy()) {
            if (phase == Phase.DOWN && runner.up(copy.migrating(), migration, RunEvents.NONE) != null) {
                return null;
            }
            PhaseResult result =
                    phases.run(phase, migration, copy, course.watchlist().options());
            boolean seen =
                    result.failure() == null && result.facts().notMeasured().isEmpty();
            return seen ? result : null; // who saw nothing cannot say that a limit was kept
        }
    }
}
