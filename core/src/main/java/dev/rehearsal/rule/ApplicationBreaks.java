package dev.rehearsal.rule;

import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.StatementRun.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class ApplicationBreaks implements Rule {
    @Override
    public String id() {
        return "application-breaks";
    }

    @Override
    public String reason() {
        return "The application at the version before still runs while the migration does, and after it until the last"
                + " instance is replaced.";
    }

    @Override
    public String remedy() {
        return "Let one release stop using it, and only the next one take it away; let locks be short.";
    }

    @Override
    public List<Finding> judge(MigrationFacts facts, Budgets budgets) {
        ApplicationCheck check = facts.application();
        List<Finding> findings = new ArrayList<>();
        if (check != null) {
            for (StatementCheck statement : check.statements()) {
                if (statement.workedBefore()) {
                    broken(statement, false, facts, findings);
                    broken(statement, true, facts, findings);
                }
            }
            unmeasured(check, facts, findings);
        }
        return findings;
    }

    /** One finding for the migration's own script and one for its undo script; what the up breaks stays broken. */
    private void broken(StatementCheck statement, boolean down, MigrationFacts facts, List<Finding> findings) {
        List<StatementRun> failed = statement.runs().stream()
                .filter(run -> run.failed() && run.moment().ofTheDown() == down)
                .toList();
        boolean since =
                statement.at(Moment.AFTER_UP).filter(StatementRun::failed).isPresent();
        boolean still = failed.stream().anyMatch(run -> run.moment() == Moment.AFTER_DOWN);
        if (!failed.isEmpty() && !(down && since && !still)) {
            String file = down
                    ? Wording.undoName(facts.migration())
                    : facts.migration().script().name();
            findings.add(new Finding(id(), severity(), message(statement, failed), remedy(failed), file, 0));
        }
    }

    private static String message(StatementCheck statement, List<StatementRun> failed) {
        String moments = failed.stream()
                .map(run -> run.moment().words() + ApplicationSlower.times(run))
                .collect(Collectors.joining(", "));
        String said = failed.stream().map(run -> said(run.failure())).distinct().collect(Collectors.joining(" "));
        return "%s worked before the up and fails %s: %s".formatted(statement.place(), moments, said) + "\n"
                + statement.sql();
    }

    private static String remedy(List<StatementRun> failed) {
        boolean atRest = failed.stream().anyMatch(run -> run.moment().atRest());
        return atRest
                ? "Deploy an application without this statement first, and take away what it uses in a later migration."
                : "Shorten the lock that it waits for, or the moment in which what it uses is missing: do both changes in"
                        + " one transaction.";
    }

    private static String said(@Nullable Failure failure) {
        return failure == null ? "" : failure.message() + " (SQLSTATE " + failure.sqlState() + ")";
    }

    private void unmeasured(ApplicationCheck check, MigrationFacts facts, List<Finding> findings) {
        List<StatementCheck> broken = check.statements().stream()
                .filter(statement -> !statement.workedBefore())
                .filter(statement ->
                        statement.at(Moment.AFTER_UP).map(StatementRun::failed).orElse(true))
                .toList();
        if (!broken.isEmpty()) {
            String list = broken.stream()
                    .map(statement -> statement.place() + ": "
                            + said(statement
                                    .at(Moment.BEFORE_UP)
                                    .map(StatementRun::failure)
                                    .orElse(null)))
                    .collect(Collectors.joining("\n"));
            findings.add(new Finding(
                    id(),
                    Severity.NOTE,
                    "Not measured, for it fails already before the up:\n" + list,
                    "If it is not of a later version: correct it, or say in its file what its parameters stand for.",
                    facts.migration().script().name(),
                    0));
        }
    }
}
