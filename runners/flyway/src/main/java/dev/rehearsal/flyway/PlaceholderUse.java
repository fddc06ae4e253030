package dev.rehearsal.flyway;

import dev.rehearsal.flyway.ScannedFile.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** Which scripts use which placeholders. */
final class PlaceholderUse {
    private final Configuration forward;
    private final ScannedHistory history;
    private final List<ScannedFile> files;

    PlaceholderUse(Configuration forward, ScannedHistory history, List<ScannedFile> files) {
        this.forward = forward;
        this.history = history;
        this.files = files;
    }

    /** {@return the versions whose scripts use one of these; null for all, since a callback or a class may use it} */
    @Nullable
    List<String> versions(Collection<String> placeholders) {
        if (!forward.isPlaceholderReplacement()) {
            return List.of();
        }
        Set<MigrationVersion> versions = new TreeSet<>();
        for (ScannedFile file : files) {
            boolean uses = file.resource() == null || uses(file, placeholders);
            if (uses && file.isOf(Kind.CALLBACK)) {
                return null;
            }
            if (uses && file.version() != null) {
                versions.add(file.versioned());
            }
        }
        return history.versioned().stream()
                .map(ScannedFile::versioned)
                .filter(versions::contains)
                .map(MigrationVersion::toString)
                .toList();
    }

    boolean uses(ScannedFile file, Collection<String> placeholders) {
        return forward.isPlaceholderReplacement()
                && placeholders.stream()
                        .anyMatch(name ->
                                pattern(name).matcher(file.script().text()).find());
    }

    /**
     * {@return a text with values in the place of placeholders}
     *
     * @param values by name
     */
    String with(String text, Map<String, String> values) {
        String replaced = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            replaced = pattern(value.getKey()).matcher(replaced).replaceAll(Matcher.quoteReplacement(value.getValue()));
        }
        return replaced;
    }

    private Pattern pattern(String name) {
        return Pattern.compile(
                Pattern.quote(forward.getPlaceholderPrefix() + name + forward.getPlaceholderSuffix()),
                Pattern.CASE_INSENSITIVE);
    }
}
