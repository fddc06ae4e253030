package dev.rehearsal;

import dev.rehearsal.lint.LintResult;
import dev.rehearsal.lint.LintSources;
import dev.rehearsal.lint.Linter;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.result.Finding;
import dev.rehearsal.rule.Baseline;
import dev.rehearsal.settings.Key;
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
        Map<Migration, String> hangs = new HashMap<>();
        for (Migration migration : runner.history().migrations()) {
            String why = runner.hangs(migration);
            if (why != null) {
                hangs.put(migration, why);
            }
        }
        List<Finding> problems =
                runner.history().problems().stream().map(Rehearsal::finding).toList();
        Linter linter = new Linter(
                project.judge(Baseline.NONE),
                project.engine().guesses(),
                project.settings().list(Key.LINT_HEADERS));
        return linter.lint(new LintSources(runner.history(), runner.statements(), hangs), problems);
    }
}
