package dev.rehearsal.rule;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.util.List;

/**
 * A rule whose findings are made where the project is read, before there are facts of any migration: of the history, the
 * volume profile and the baseline. It stands here for its help and its page.
 *
 * @param id as in reports
 * @param severity how much it matters
 * @param reason why it matters, one sentence
 * @param remedy the safe way, one sentence
 */
record OutsideRule(String id, Severity severity, String reason, String remedy) implements Rule {
    static final List<Rule> ALL = List.of(
            error(
                    "version-duplicate",
                    "Two scripts claim one version: no runner can tell which of them has been applied.",
                    "Give one of them the next version that is free."),
            error(
                    "version-out-of-order",
                    "A new migration has a version before one that the base has: where that one was applied, the runner"
                            + " ignores or refuses the new one, or applies it in another order than here, which is a"
                            + " warning.",
                    "Give it a version after the newest of the base."),
            error(
                    "migration-changed",
                    "A migration that is part of the base was edited: where it was applied, the runner refuses to go on.",
                    "Put it back as it was, and write a new migration for the change."),
            error(
                    "migration-removed",
                    "A script that is part of the base is gone, or has another name: where it was applied, the runner"
                            + " refuses to go on without it.",
                    "Put it back as it was, and write a new migration for the change."),
            new OutsideRule(
                    "change-not-rehearsed",
                    Severity.WARNING,
                    "Something has changed that no rehearsal can run whole: the text before it cannot be had, or a baseline"
                            + " stands for what it acts on.",
                    "Look at that part yourself, if it matters."),
            error(
                    "deployment-differs",
                    "Applied in one run, as a deployment does, new versions lead to another schema than one by one: one of"
                            + " them leaves something in its session that the next one meets.",
                    "Reset it in the script that sets it."),
            error(
                    "undo-without-migration",
                    "An undo script has no migration that it could take back.",
                    "Name it after its migration, or delete it."),
            error(
                    "name-not-recognised",
                    "The runner would pass over a file whose name it does not understand, and nobody would notice.",
                    "Name it as its runner wants scripts to be named, or keep it elsewhere."),
            error(
                    "wrong-encoding",
                    "A script is not written in the encoding that the runner reads it in: what it writes is not what it"
                            + " says.",
                    "Save it in that encoding."),
            error(
                    "script-not-understood",
                    "A script holds what its runner does not understand, or understands otherwise than it looks: a marker"
                            + " that is misspelt, a part that is missing, a command of a client.",
                    "Correct that line."),
            error(
                    "volume-unknown-name",
                    "The volume profile names a table or a column that no version has: what it says is used nowhere.",
                    "Correct the name."),
            error(
                    "setting-unknown-name",
                    "A budget, or a severity of a rule, is given for a table or a version that there is not: it limits"
                            + " nothing.",
                    "Correct the name."),
            error(
                    "assumption-not-met",
                    "A script assumes something of production's rows that rows of ours could not be made to meet: what it"
                            + " rests on was not rehearsed.",
                    "Correct the assumption, or take it out."),
            new OutsideRule(
                    "setting-without-effect",
                    Severity.NOTE,
                    "The project says something to its runner that a rehearsal does not follow.",
                    "Nothing, if that is what you expect."),
            new OutsideRule(
                    Baseline.STALE,
                    Severity.WARNING,
                    "An entry of the baseline meets nothing any more: it would hide the same mistake if it came back.",
                    "Write the baseline anew: mvn rehearsal:baseline."));

    private static Rule error(String id, String reason, String remedy) {
        return new OutsideRule(id, Severity.ERROR, reason, remedy);
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        return List.of();
    }
}
