package dev.rehearsal.selection;

import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunnerChanges;
import java.nio.file.Path;
import java.util.List;

/** Chooses what a merge request changes: all that the runner reads, held against a git ref. */
final class SinceGitRef implements Selector {
    private final Path directory;
    private final String ref;
    private final boolean forwardOnly;
    private final List<Path> beforehand;

    SinceGitRef(Path directory, String ref, boolean forwardOnly, List<Path> beforehand) {
        this.directory = directory;
        this.ref = ref;
        this.forwardOnly = forwardOnly;
        this.beforehand = List.copyOf(beforehand);
    }

    @Override
    public Selection select(MigrationRunner runner) {
        try (GitBase base = GitBase.open(directory, ref)) {
            RunnerChanges changes = new OwnInputs(directory, beforehand, base).with(runner.changesSince(base));
            boolean late = runner.capabilities().late();
            return new ChangedSince(runner.history(), changes, ref, forwardOnly, late).selection();
        }
    }
}
