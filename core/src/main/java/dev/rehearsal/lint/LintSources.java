package dev.rehearsal.lint;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.ScriptStatements;
import java.util.Map;

/**
 * What there is to look at.
 *
 * @param history the migrations
 * @param statements the statements of each script
 * @param hangs why the project's runner would wait for itself, for the migrations with which it would
 */
public record LintSources(
        MigrationHistory history, Map<Script, ScriptStatements> statements, Map<Migration, String> hangs) {
    public LintSources {
        statements = Map.copyOf(statements);
        hangs = Map.copyOf(hangs);
    }
}
