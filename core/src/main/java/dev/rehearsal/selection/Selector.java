package dev.rehearsal.selection;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.result.Selected;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses which migrations to rehearse. */
@FunctionalInterface
public interface Selector {
    /** Chooses every version. */
    Selector ALL = runner -> {
        List<Migration> all = runner.history().migrations();
        Selected why = Selected.because("all migrations");
        return new Selection(all, all.isEmpty() ? List.of(NoVersions.finding()) : List.of(), why);
    };

    /**
     * {@return the migrations to rehearse}
     *
     * @param runner reads all there are
     * @throws MigrationSourceException if a version or ref that it goes by does not exist
     */
    Selection select(MigrationRunner runner);

    /**
     * {@return a selector of a range of versions}
     *
     * @param from the first version; null for the oldest
     * @param to the last version; null for the newest
     */
    static Selector range(@Nullable String from, @Nullable String to) {
        return runner -> {
            List<Migration> all = runner.history().migrations();
            if (all.isEmpty()) {
                throw new MigrationSourceException(
                        "rehearsal.from and rehearsal.to choose among versions, and there is none. Leave them out.");
            }
            int first = from == null ? 0 : indexOf(from, "from", all);
            int last = to == null ? all.size() - 1 : indexOf(to, "to", all);
            if (first > last) {
                throw new MigrationSourceException(
                        "rehearsal.from=" + from + " comes after rehearsal.to=" + to + " in the history: swap them.");
            }
            String reason = "versions " + all.get(first).version() + " to "
                    + all.get(last).version();
            return new Selection(all.subList(first, last + 1), List.of(), Selected.because(reason));
        };
    }

    /**
     * {@return a selector of what a change since a git ref acts on}
     *
     * @param directory a directory inside the repository
     * @param ref a branch, tag or commit, as git names it
     */
    static Selector since(Path directory, String ref) {
        return since(directory, ref, false);
    }

    /**
     * {@return a selector of what a change since a git ref acts on}
     *
     * @param directory a directory inside the repository
     * @param ref a branch, tag or commit, as git names it
     * @param forwardOnly whether the project only goes forward, so that no way back is missed
     */
    static Selector since(Path directory, String ref, boolean forwardOnly) {
        return since(directory, ref, forwardOnly, List.of());
    }

    /**
     * {@return a selector of what a change since a git ref acts on}
     *
     * @param directory the project's root, inside the repository
     * @param ref a branch, tag or commit, as git names it
     * @param forwardOnly whether the project only goes forward, so that no way back is missed
     * @param beforehand the files that are run before the first migration
     */
    static Selector since(Path directory, String ref, boolean forwardOnly, List<Path> beforehand) {
        return new SinceGitRef(directory, ref, forwardOnly, beforehand);
    }

    private static int indexOf(String version, String setting, List<Migration> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).id().isCalled(version)) {
                return i;
            }
        }
        String known = all.stream().map(Migration::version).collect(Collectors.joining(", "));
        throw new MigrationSourceException("rehearsal." + setting + "=" + version
                + ": there is no migration of that version. There are: " + known + ".");
    }
}
