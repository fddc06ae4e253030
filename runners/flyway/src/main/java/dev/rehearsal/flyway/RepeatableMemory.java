package dev.rehearsal.flyway;

import dev.rehearsal.migration.RunFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which repeatable scripts did not fit which version, so that they are not tried in vain: a script that
 * missed an object is tried again when a later migration's text mentions a name of the error, or is not known.
 */
final class RepeatableMemory {
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_$]*");
    /** Words of PostgreSQL's messages about missing objects, which say nothing. */
    private static final Set<String> NOISE = Set.of(
            "relation", "column", "table", "function", "type", "schema", "does", "not", "exist", "of", "in", "for");

    private final ScannedHistory history;
    private final Map<ScannedFile, Misfit> misfits = new LinkedHashMap<>();

    RepeatableMemory(ScannedHistory history) {
        this.history = history;
    }

    /** {@return the repeatables that may fit a version which is not the newest} */
    List<ScannedFile> worthTrying(MigrationVersion target) {
        return history.repeatables().stream()
                .filter(ScannedFile::transactional) // another would leave something behind when it fails
                .filter(file -> history.ages().mayHaveRun(file, target, history))
                .filter(file -> mayFit(misfits.get(file), target))
                .toList();
    }

    private boolean mayFit(@Nullable Misfit misfit, MigrationVersion target) {
        return misfit == null
                || history.versioned().stream()
                        .filter(file -> file.versioned().isNewerThan(misfit.version())
                                && !file.versioned().isNewerThan(target))
                        .anyMatch(misfit::mayBeCuredBy);
    }

    /** Notes that a repeatable failed at a version. */
    void didNotFit(ScannedFile file, MigrationVersion target, @Nullable RunFailure failure) {
        Misfit known = misfits.get(file);
        if (known == null || target.isNewerThan(known.version())) {
            misfits.put(file, new Misfit(target, failure == null ? Set.of() : names(failure.message())));
        }
    }

    void clear() {
        misfits.clear();
    }

    private static Set<String> names(String message) {
        return NAME.matcher(message.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .filter(word -> !NOISE.contains(word))
                .collect(Collectors.toSet());
    }

    private record Misfit(MigrationVersion version, Set<String> missing) {
        boolean mayBeCuredBy(ScannedFile file) {
            return file.resource() == null
                    || names(file.script().text()).stream().anyMatch(missing::contains);
        }
    }
}
