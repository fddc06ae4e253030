package dev.rehearsal;

import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.lint.LintResult;
import dev.rehearsal.lint.LintSources;
import dev.rehearsal.lint.Linter;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.result.Finding;
import dev.rehearsal.rule.Baseline;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.settings.Key;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What can be told of a project's migrations without a database. */
public final class Lint {
    private Lint() {}

    /**
     * {@return what can be told}
     *
     * @param project which
     * @throws dev.rehearsal.migration.MigrationSourceException if its migrations cannot be read
     * @throws dev.rehearsal.settings.InvalidSettingException if a setting cannot be used
     */
    public static LintResult of(RehearsalProject project) {
        MigrationRunner runner = project.runner();
        MigrationHistory history = runner.history();
        Budgets budgets = project.budgets();
        Map<Migration, String> hangs = new HashMap<>();
        for (Migration migration : history.migrations()) {
            String why = runner.hangs(migration);
            if (why != null) {
                hangs.put(migration, why);
            }
        }
        List<Finding> problems = new ArrayList<>(problems(history, true));
        project.engine()
                .dialect(null)
                .capabilities()
                .without(Instrument.LINTING)
                .ifPresent(reason -> problems.add(NotRehearsed.unguessed(reason)));
        Linter linter = new Linter(
                project.judge(Baseline.NONE).in(history),
                project.engine().guesses(),
                project.engine().lexer(),
                project.settings().list(Key.LINT_HEADERS));
        LintResult result = linter.lint(new LintSources(history, runner.statements(), hangs), problems);
        List<Finding> ofAll = new ArrayList<>(problems(history, false));
        budgets.waysBack()
                .missing(history, history.migrations(), budgets.severities())
                .ifPresent(ofAll::add);
        return result.with(ofAll);
    }

    private static List<Finding> problems(MigrationHistory history, boolean fatal) {
        return history.problems().stream()
                .filter(problem -> problem.fatal() == fatal)
                .map(Rehearsal::finding)
                .toList();
    }
}
