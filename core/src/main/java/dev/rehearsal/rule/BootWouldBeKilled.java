package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severity;
import java.time.Duration;
import java.util.List;

/** A service that migrates when it boots is killed before its up has ended. */
final class BootWouldBeKilled extends TimedRule {
    @Override
    public String id() {
        return "boot-would-be-killed";
    }

    @Override
    public String reason() {
        return "A service that migrates when it boots answers no probe until that is over; its supervisor kills it, starts it"
                + " again, and so on, while what the killed one had sent may still run on the server.";
    }

    @Override
    public String remedy() {
        return "Migrate before the new version is started, in a job of its own; or give the boot more time with a startup probe"
                + " and raise rehearsal.deploy.probe with it; or split off what takes long.";
    }

    @Override
    List<Finding> judge(PhaseResult phase, MigrationFacts facts, Budgets budgets) {
        Duration probe = budgets.probe();
        if (probe == null || phase.phase() != Phase.UP) {
            return List.of();
        }
        double limit = probe.toNanos() / 1e6;
        Sizing.Reading took = Sizing.of(phase, facts, budgets).duration();
        return took.ms() <= limit
                ? List.of()
                : List.of(Doubt.weigh(finding(phase, facts, took, limit), phase, took, limit));
    }

    private Finding finding(PhaseResult phase, MigrationFacts facts, Sizing.Reading took, double limit) {
        String message = "A boot that runs this up takes %s and more; it is killed after %s (rehearsal.deploy.probe).%s"
                .formatted(
                        took.words(),
                        Wording.millis(limit),
                        Culprit.longest(0, phase.facts().durationMs(), phase, facts)
                                .map(c -> " Most of it: " + c.words() + ".")
                                .orElse(""));
        return new Finding(
                id(), Severity.ERROR, message, remedy(), Wording.scriptOf(phase.phase(), facts.migration()), 0);
    }
}
