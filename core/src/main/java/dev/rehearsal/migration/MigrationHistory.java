package dev.rehearsal.migration;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** {@return the names of all scripts, undo scripts and repeatable ones too} */
    public Set<String> scriptNames() {
        Stream<@Nullable Script> ofVersions = migrations.stream().flatMap(m -> Stream.of(m.script(), m.undo()));
        return Stream.concat(ofVersions, repeatables.stream())
                .filter(Objects::nonNull)
                .map(Script::name)
                .collect(Collectors.toSet());
    }
}
