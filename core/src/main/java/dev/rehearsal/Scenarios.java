package dev.rehearsal;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.scenario.Confirmation;
import dev.rehearsal.scenario.CrashRehearsal;
import dev.rehearsal.scenario.LockQueue;
import dev.rehearsal.scenario.OldApplication;
import dev.rehearsal.scenario.RollbackAfterUse;
import dev.rehearsal.scenario.Scenario;
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
        return List.of(
                new Confirmation(options.runner().fresh(), options.judge()::missed, progress),
                new LockQueue(options.runner().fresh(), options.lockQueueHold()),
                new RollbackAfterUse(options.runner(), options.volume(), progress, options.judge()::missed, filled),
                new CrashRehearsal(options.runner().fresh(), options.crash(), progress),
                new OldApplication(
                        options.runner(),
                        options.application(),
                        options.applicationTimeout(),
                        options.judge()::tooSlow));
    }
}
