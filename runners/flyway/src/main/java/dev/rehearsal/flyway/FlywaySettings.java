package dev.rehearsal.flyway;

import dev.rehearsal.migration.MigrationSourceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a project says of Flyway, from all places, the strongest last: Spring Boot's properties, {@code flyway.conf},
 * {@code flyway.toml}, the given settings, the given locations.
 *
 * @param values by key without the prefix {@code flyway.}; only those that a rehearsal honours
 * @param notes what was said and has no effect, for a reader
 */
record FlywaySettings(Map<String, String> values, List<String> notes) {
    FlywaySettings {
        values = Map.copyOf(values);
        notes = List.copyOf(notes);
    }

    /** {@return the settings of a project} */
    static FlywaySettings read(FlywayProject project) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> notes = new ArrayList<>();
        SpringConfiguration spring = SpringConfiguration.read(project);
        spring.flyway().forEach((key, said) -> merge(Map.of(key, said.value()), said.file(), values, notes));
        notes.addAll(spring.notes());
        SettingFiles.read(project)
                .forEach((file, settings) ->
                        merge(settings, project.baseDirectory().relativize(file).toString(), values, notes));
        merge(SettingFiles.bare(project.settings()), "the configuration", values, notes);
        if (!project.locations().isEmpty()) {
            values.put("locations", String.join(",", project.locations()));
        }
        return new FlywaySettings(values, notes);
    }

    private static void merge(
            Map<String, String> settings, String source, Map<String, String> values, List<String> notes) {
        settings.forEach((given, value) -> {
            String key = given.equals("migrationResolvers") ? "resolvers" : given;
            switch (SettingKeys.useOf(key)) {
                case HONOURED -> values.put(key, value);
                case REPLACED -> {}
                case WITHOUT_EFFECT -> notes.add(WithoutEffect.note(key, source));
                case UNKNOWN -> throw unknown(key, source);
            }
        });
    }

    private static MigrationSourceException unknown(String key, String source) {
        return new MigrationSourceException("Flyway has no setting flyway." + key + " (" + source
                + "). Did you mean flyway." + SettingKeys.nearest(key) + "? Correct or remove it.");
    }

    @Nullable
    String get(String key) {
        return values.get(key);
    }

    String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    String undoPrefix() {
        return get("undoSqlMigrationPrefix", "U");
    }

    /** {@return whether Flyway holds its advisory lock in a transaction that stays open while it migrates} */
    boolean transactionalLock() {
        return !get("postgresql.transactional.lock", "true").equalsIgnoreCase("false");
    }

    /** {@return whether Flyway applies a new version late that is below one that it has applied} */
    boolean outOfOrder() {
        return get("outOfOrder", "false").equalsIgnoreCase("true");
    }

    /** {@return whether Flyway refuses to run where a name follows none of its conventions} */
    boolean namesValidated() {
        return get("validateMigrationNaming", "false").equalsIgnoreCase("true");
    }

    /** {@return the locations as written; empty if none is configured} */
    List<String> locations() {
        return list("locations");
    }

    /** {@return the values of a list} */
    List<String> list(String key) {
        String value = get(key, "");
        return List.of(value.split(",")).stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** {@return where the migrations were looked for, resolved against a project's root} */
    static String resolve(String location, Path base) {
        String prefix = "filesystem:";
        if (!location.startsWith(prefix)) {
            return location;
        }
        String path = location.substring(prefix.length());
        return Path.of(withoutWildcards(path)).isAbsolute() ? location : prefix + base + "/" + path;
    }

    private static String withoutWildcards(String path) {
        return path.replace('*', '_').replace('?', '_');
    }
}
