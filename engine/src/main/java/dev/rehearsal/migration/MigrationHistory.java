package dev.rehearsal.migration;

import java.util.List;

/**
 * All migrations of a project, oldest first, and what is wrong with their files.
 *
 * @param migrations oldest first, in the order in which the runner applies them
 * @param repeatables the repeatable scripts, in the order in which the runner applies them
 * @param problems what is wrong with the files, before anything runs
 */
public record MigrationHistory(List<Migration> migrations, List<Script> repeatables, List<HistoryProblem> problems) {
    public MigrationHistory {
        migrations = List.copyOf(migrations);
        repeatables = List.copyOf(repeatables);
        problems = List.copyOf(problems);
    }
}
