package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Capabilities;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Databases.Aside;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.dialect.Usage.Target;
import dev.rehearsal.dialect.Usage.Use;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Repeats;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rollback in earnest: the new version of the application has written before the down. Does the down still run, what
 * of those writes is gone, and does the up run again on what is left?
 */
public final class RollbackAfterUse implements Scenario {
    private final MigrationRunner runner;
    private final PhaseRunner phases;
    private final VolumeProfile volume;
    private final Progress progress;
    private final Limits limits;
    private final Consumer<Filling> filled;

    /**
     * Makes the scenario.
     *
     * @param runner applies and undoes
     * @param volume how many rows new tables and columns get
     * @param progress told of each table that is filled
     */
    public RollbackAfterUse(MigrationRunner runner, VolumeProfile volume, Progress progress) {
        this(runner, volume, progress, Limits.NONE, filling -> {});
    }

    /**
     * Makes the scenario.
     *
     * @param runner applies and undoes
     * @param volume how many rows new tables and columns get
     * @param progress told of each table that is filled
     * @param limits which there are
     * @param filled told what was filled of the stage after the up, which is not changed any more
     */
    public RollbackAfterUse(
            MigrationRunner runner, VolumeProfile volume, Progress progress, Limits limits, Consumer<Filling> filled) {
        this.limits = limits;
        this.filled = filled;
        this.runner = runner;
        this.phases = new PhaseRunner(runner);
        this.volume = volume;
        this.progress = progress;
    }

    @Override
    public Pending begin(Course course) throws SQLException {
        rehearse(course);
        return Pending.NOTHING;
    }

    private void rehearse(Course course) throws SQLException {
        Stage after = course.after();
        if (!course.migration().wayBack().exists()) {
            course.facts().afterUse(UseCheck.skipped(course.migration().withoutWayBack()));
        } else if (missing(course) != null) {
            String reason = "the rollback after use: " + missing(course);
            course.facts().afterUse(UseCheck.skipped(reason)).notMeasured(reason);
        } else if (after == null) {
            course.facts().afterUse(UseCheck.skipped("the roundtrip without use did not restore what was before"));
        } else {
            filled.accept(after.fill(volume, progress));
            Aside aside = after.aside(course.before());
            if (aside.isEmpty() || !apart(course, aside)) {
                try (Stage used = after.copy()) {
                    use(course, used);
                }
            }
        }
    }

    /**
     * What the up has made for the whole server is the idle stage's: a copy could not drop it. So a copy of the stage
     * before makes its own.
     *
     * @return whether the up could be applied to it
     */
    private boolean apart(Course course, Aside aside) throws SQLException {
        try (Stage used = course.before().copy()) {
            try {
                boolean applied = runner.up(used.migrating(), course.migration(), RunEvents.NONE) == null;
                if (applied) {
                    used.fill(volume, Progress.SILENT);
                    use(course, used);
                }
                return applied;
            } finally {
                aside.putBack(used.dataSource());
            }
        }
    }

    private static @Nullable String missing(Course course) {
        Capabilities there = course.before().dialect().capabilities();
        return there.without(Instrument.USAGE)
                .or(() -> there.without(Instrument.DATA))
                .orElse(null);
    }

    private void use(Course course, Stage used) throws SQLException {
        Use use;
        try {
            use = used.dialect()
                    .usage()
                    .write(new Target(
                            course.before().dataSource(),
                            used.dataSource(),
                            course.watchlist().touched(),
                            used.pool().ignored()));
        } catch (SQLException e) {
            String reason = "the rollback after use: nothing could be written: " + e.getMessage();
            course.facts().afterUse(UseCheck.skipped(reason)).notMeasured(reason);
            return;
        }
        boolean down = passes(Phase.DOWN_AFTER_USE, course, used);
        course.facts()
                .afterUse(new UseCheck(
                        null, use.written(), use.notWritten(), down ? use.losses(used.dataSource()) : null));
        if (down) {
            passes(Phase.UP_FINAL, course, used);
        }
    }

    private boolean passes(Phase phase, Course course, Stage used) throws SQLException {
        Migration migration = course.migration();
        // Stalls are measured in the roundtrip; here it is whether the scripts run, and their locks, that matter.
        PhaseResult result =
                phases.run(phase, migration, used, course.watchlist().locksOnly());
        boolean missed = !phase.lookedInto()
                && result.failure() == null
                && limits.missed(course.facts().build(), result, 1);
        // it is not measured again: how busy the machine was must be known all the same
        course.facts().phase(missed ? result.repeated(new Repeats(List.of(), ProcessorShare.stretch())) : result);
        return result.failure() == null;
    }
}
