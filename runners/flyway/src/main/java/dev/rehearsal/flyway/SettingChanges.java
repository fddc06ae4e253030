package dev.rehearsal.flyway;

import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.text.Flattened;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What Flyway is told now, held against what it was told: its settings, not the files, which say much else. */
final class SettingChanges {
    /** How the settings of this tool begin in a build. */
    private static final String OWN = "rehearsal.";

    private static final String PLACEHOLDER = "placeholders.";

    private final FlywayProject project;
    private final EarlierFiles then;

    SettingChanges(FlywayProject project, EarlierFiles then) {
        this.project = project;
        this.then = then;
    }

    /**
     * One file of settings.
     *
     * @param name for a reader
     * @param before what it told Flyway
     * @param keys the settings that differ
     * @param unreadable why the file could not be read as it was; null if it could
     */
    record Told(
            String name,
            Map<String, String> before,
            Set<String> keys,
            @Nullable String unreadable) {
        boolean changed() {
            return unreadable != null || !keys.isEmpty();
        }

        /** {@return the placeholders that differ} */
        Set<String> placeholders() {
            Set<String> names = new TreeSet<>();
            keys.stream()
                    .filter(key -> key.startsWith(PLACEHOLDER))
                    .forEach(key -> names.add(key.substring(PLACEHOLDER.length())));
            return names;
        }

        /** {@return whether all that differs are placeholders} */
        boolean onlyPlaceholders() {
            return unreadable == null && placeholders().size() == keys.size();
        }
    }

    /** {@return each file that says something of Flyway now, or did} */
    List<Told> files() {
        List<Told> files = new ArrayList<>();
        String vendor = project.support().vendor();
        SettingFiles.places(project)
                .distinct()
                .forEach(place -> add(files, place, (file, text) -> SettingFiles.parse(file, text, vendor)));
        add(files, project.baseDirectory().resolve("rehearsal.yaml"), SettingChanges::own);
        Path pom = project.baseDirectory().resolve("pom.xml");
        add(files, pom, () -> PomSettings.of(pom, SettingChanges::now), () -> PomSettings.of(pom, this::before));
        return files;
    }

    private void add(List<Told> files, Path place, Parser parser) {
        String now = now(place);
        String before = before(place);
        add(
                files,
                place,
                () -> now == null ? Map.of() : parser.parse(place, now),
                () -> before == null ? Map.of() : parser.parse(place, before));
    }

    private void add(List<Told> files, Path place, Settings present, Settings earlier) {
        String name = project.baseDirectory().relativize(place).toString().replace('\\', '/');
        try {
            Map<String, String> before = honoured(earlier.read());
            Map<String, String> now = honoured(present.read());
            Told told = new Told(name, before, differing(before, now), null);
            if (told.changed() || !now.isEmpty()) {
                files.add(told);
            }
        } catch (MigrationSourceException e) {
            files.add(new Told(name, Map.of(), Set.of(), "it cannot be read as it is or was"));
        }
    }

    private static Map<String, String> honoured(Map<String, String> settings) {
        Map<String, String> honoured = new LinkedHashMap<>();
        settings.forEach((given, value) -> {
            String key = given.equals("migrationResolvers") ? "resolvers" : given;
            if (SettingKeys.useOf(key) == SettingKeys.Use.HONOURED
                    || key.startsWith(ConnectionParameters.PROPERTY)
                    || key.startsWith(OWN)) {
                honoured.put(key, value);
            } else if (key.equals("url")) {
                ConnectionParameters.said(value).forEach((name, said) -> honoured.put("url?" + name, said));
            }
        });
        return honoured;
    }

    private static Set<String> differing(Map<String, String> before, Map<String, String> now) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(now.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), now.get(key)));
        return keys;
    }

    /** Of this tool's own settings, where migrations are. */
    private static Map<String, String> own(Path file, String text) {
        try {
            String locations = Flattened.of(new YAMLMapper().readTree(text)).get("locations");
            return locations == null ? Map.of() : Map.of("locations", locations);
        } catch (JacksonException e) {
            throw new MigrationSourceException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable String now(Path file) {
        return EditedFiles.now(file, StandardCharsets.UTF_8);
    }

    private @Nullable String before(Path file) {
        byte[] content = then.content(file);
        return content == null ? null : new String(content, StandardCharsets.UTF_8);
    }

    @FunctionalInterface
    private interface Parser {
        Map<String, String> parse(Path file, String text);
    }

    @FunctionalInterface
    private interface Settings {
        Map<String, String> read();
    }
}
