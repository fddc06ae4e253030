package dev.rehearsal.selection;

import dev.rehearsal.migration.MigrationRunner;
import java.nio.file.Path;

/** Chooses what a merge request changes: all that the runner reads, held against a git ref. */
final class SinceGitRef implements Selector {
    private final Path directory;
    private final String ref;
    private final boolean forwardOnly;

    SinceGitRef(Path directory, String ref, boolean forwardOnly) {
        this.directory = directory;
        this.ref = ref;
        this.forwardOnly = forwardOnly;
    }

    @Override
    public Selection select(MigrationRunner runner) {
        try (GitBase base = GitBase.open(directory, ref)) {
            return new ChangedSince(runner.history(), runner.changesSince(base), ref, forwardOnly).selection();
        }
    }
}
