package dev.rehearsal;

import dev.rehearsal.dialect.Capabilities.Feature;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.scenario.BackfillRehearsal;
import dev.rehearsal.scenario.ChosenScenarios;
import dev.rehearsal.scenario.Confirmation;
import dev.rehearsal.scenario.CrashRehearsal;
import dev.rehearsal.scenario.HalfApplied;
import dev.rehearsal.scenario.LockQueue;
import dev.rehearsal.scenario.OldApplication;
import dev.rehearsal.scenario.RollbackAfterUse;
import dev.rehearsal.scenario.Scenario;
import dev.rehearsal.scenario.ScenarioName;
import java.util.List;
import java.util.function.Consumer;

/** The scenarios that follow a roundtrip, in their order. */
final class Scenarios {
    private Scenarios() {}

    /**
     * {@return those that were asked for}; the queue waits while the others run, so that it needs a runner of its own; so
     * does what fails on purpose
     *
     * @param filled told of what was filled where one of them fills the stage
     */
    static List<Scenario> of(RehearsalOptions options, Progress progress, Consumer<Filling> filled) {
        ChosenScenarios chosen = options.chosen();
        return List.of(
                new Confirmation(options.runner().fresh(), options.judge()::missed, progress),
                unlessOff(
                        options.lockQueueHold().isZero(),
                        options,
                        ScenarioName.LOCK_QUEUE,
                        new LockQueue(options.runner().fresh(), options.lockQueueHold(), options.judge()::stallLimit)),
                chosen.orLeftOut(
                        ScenarioName.ROLLBACK_AFTER_USE,
                        new RollbackAfterUse(
                                options.runner(), options.volume(), progress, options.judge()::missed, filled)),
                options.dialect().capabilities().can(Feature.ATOMIC_DDL)
                        ? course -> Scenario.Pending.NOTHING
                        : chosen.orLeftOut(
                                ScenarioName.HALF_APPLIED,
                                new HalfApplied(options.runner().fresh(), progress)),
                unlessOff(
                        options.crash().off() != null,
                        options,
                        ScenarioName.CRASH,
                        new CrashRehearsal(options.runner().fresh(), options.crash(), progress)),
                unlessOff(
                        options.crash().off() != null,
                        options,
                        ScenarioName.BACKFILL,
                        new BackfillRehearsal(
                                options.runner().fresh(),
                                options.crash(),
                                options.volume().seed(),
                                progress)),
                unlessOff(
                        options.application().isEmpty(),
                        options,
                        ScenarioName.OLD_APPLICATION,
                        new OldApplication(
                                options.runner(),
                                options.application(),
                                options.applicationTimeout(),
                                options.judge()::tooSlow)));
    }

    /** What another setting has switched off says so itself, and nobody misses it. */
    private static Scenario unlessOff(boolean off, RehearsalOptions options, ScenarioName name, Scenario scenario) {
        return off ? scenario : options.chosen().orLeftOut(name, scenario);
    }
}
