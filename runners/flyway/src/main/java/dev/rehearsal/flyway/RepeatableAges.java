package dev.rehearsal.flyway;

import dev.rehearsal.git.FirstCommits;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Which repeatable scripts were there when a version was written, as git knows: one that is newer had not run where the
 * version was applied. Read when it is first asked for.
 */
final class RepeatableAges {
    /** Nothing is known. */
    static final RepeatableAges NONE = new RepeatableAges(null);

    private final @Nullable Path directory;
    private @Nullable FirstCommits commits;

    /**
     * Makes one.
     *
     * @param directory inside of the repository; null if there is none
     */
    RepeatableAges(@Nullable Path directory) {
        this.directory = directory;
    }

    /**
     * {@return whether a repeatable may have run before the version that comes after this one}
     *
     * @param repeatable which
     * @param target the version that is applied
     * @param history all there are
     */
    boolean mayHaveRun(ScannedFile repeatable, MigrationVersion target, ScannedHistory history) {
        return directory == null
                || history.versioned().stream()
                        .filter(file -> file.versioned().isNewerThan(target))
                        .findFirst()
                        .map(next -> !commits(directory, history).isLater(name(repeatable), name(next)))
                        .orElse(true);
    }

    private synchronized FirstCommits commits(Path where, ScannedHistory history) {
        FirstCommits known = commits;
        if (known == null) {
            Set<String> names = new HashSet<>();
            List.of(history.versioned(), history.repeatables())
                    .forEach(files -> files.stream().map(RepeatableAges::name).forEach(names::add));
            known = FirstCommits.of(where, names);
            commits = known;
        }
        return known;
    }

    private static String name(ScannedFile file) {
        return file.type() == null ? file.script().name() : file.type().getSimpleName() + ".java";
    }
}
