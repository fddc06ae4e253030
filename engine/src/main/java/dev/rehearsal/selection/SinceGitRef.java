package dev.rehearsal.selection;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import dev.rehearsal.selection.GitBase.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Chooses what is new since a git ref, and says what it finds edited or out of order. */
final class SinceGitRef implements Selector {
    private final Path directory;
    private final String ref;

    SinceGitRef(Path directory, String ref) {
        this.directory = directory;
        this.ref = ref;
    }

    @Override
    public Selection select(MigrationHistory history) {
        try (GitBase base = GitBase.open(directory, ref)) {
            List<Migration> chosen = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            int newestKnown = newestKnown(history, base);
            for (int i = 0; i < history.migrations().size(); i++) {
                Migration migration = history.migrations().get(i);
                State state = state(migration, base, i > newestKnown);
                if (state == State.CHANGED) {
                    findings.add(changed(migration));
                }
                if (state == State.NEW && i < newestKnown) {
                    findings.add(outOfOrder(migration, history.migrations().get(newestKnown)));
                }
                if (state != State.SAME) {
                    chosen.add(migration);
                }
            }
            return new Selection(chosen, findings, "new or changed since " + ref);
        }
    }

    private static int newestKnown(MigrationHistory history, GitBase base) {
        int newest = -1;
        for (int i = 0; i < history.migrations().size(); i++) {
            Path path = history.migrations().get(i).script().path();
            if (path != null && base.state(path) != State.NEW) {
                newest = i;
            }
        }
        return newest;
    }

    /** A migration without a file of its own, such as a class, counts as new when it comes after all that is known. */
    private static State state(Migration migration, GitBase base, boolean afterAllKnown) {
        Path path = migration.script().path();
        if (path == null) {
            return afterAllKnown ? State.NEW : State.SAME;
        }
        return base.state(path);
    }

    private Finding changed(Migration migration) {
        return new Finding(
                "migration-changed",
                Severity.ERROR,
                migration.script().name() + " was edited although it is part of " + ref
                        + ": where it has been applied, Flyway refuses to go on.",
                "Put it back as it was, and write a new migration for the change.",
                migration.script().name(),
                0);
    }

    private Finding outOfOrder(Migration migration, Migration newest) {
        return new Finding(
                "version-out-of-order",
                Severity.ERROR,
                "Version " + migration.version() + " is new, but " + ref + " already has version " + newest.version()
                        + ": where that one has been applied, Flyway ignores or refuses the new one.",
                "Give it a version after " + newest.version() + ".",
                migration.script().name(),
                0);
    }
}
