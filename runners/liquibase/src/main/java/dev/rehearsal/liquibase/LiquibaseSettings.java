package dev.rehearsal.liquibase;

import dev.rehearsal.spi.RunnerProject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a project says of Liquibase, from all places, the strongest last: Spring Boot's files, a file of properties, the
 * configuration of Liquibase's plugin and properties of the build, the rehearsal's own locations.
 *
 * @param values by their names in {@link SettingNames}; only those that a rehearsal honours
 * @param notes what was said and has no effect, for a reader
 */
record LiquibaseSettings(Map<String, String> values, List<String> notes) {
    LiquibaseSettings {
        values = Map.copyOf(values);
        notes = List.copyOf(notes);
    }

    /** {@return the settings of a project} */
    static LiquibaseSettings read(RunnerProject project) {
        return new Reader(project).read();
    }

    @Nullable
    String get(String name) {
        String value = values.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    String get(String name, String otherwise) {
        String value = get(name);
        return value == null ? otherwise : value;
    }

    List<String> list(String name) {
        return Stream.of(get(name, "").split("[,;]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** {@return what is put into changelogs, by name} */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(SettingNames.PARAMETER)) {
                parameters.put(name.substring(SettingNames.PARAMETER.length()), value);
            }
        });
        return parameters;
    }

    /** Adds one source after the other. */
    private static final class Reader {
        private final RunnerProject project;
        private final Map<String, String> values = new LinkedHashMap<>();
        private final List<String> notes = new ArrayList<>();

        Reader(RunnerProject project) {
            this.project = project;
        }

        LiquibaseSettings read() {
            Map<String, String> build = new LinkedHashMap<>();
            project.build(PropertyFiles.PREFIX).forEach((key, value) -> build.put(SettingNames.of(key), value));
            spring();
            Optional<Path> file = PropertyFiles.of(project.root(), build.get(SettingNames.FILE));
            boolean fileWins = Boolean.parseBoolean(build.get(SettingNames.FILE_WINS));
            if (!fileWins) {
                file.ifPresent(this::file);
            }
            build.forEach((name, value) -> add(name, value, "the build"));
            if (fileWins) {
                file.ifPresent(this::file);
            }
            if (!project.locations().isEmpty()) {
                values.put(SettingNames.CHANGE_LOG, String.join(",", project.locations()));
            }
            return new LiquibaseSettings(values, notes);
        }

        private void file(Path file) {
            String name = project.root()
                    .toAbsolutePath()
                    .normalize()
                    .relativize(file.toAbsolutePath().normalize())
                    .toString();
            PropertyFiles.read(file).forEach((key, value) -> add(SettingNames.of(key), value, name));
        }

        private void spring() {
            SpringSettings spring = SpringSettings.read(project);
            spring.said().forEach((name, said) -> add(name, said.value(), said.file()));
            notes.addAll(spring.notes());
        }

        private void add(String name, String value, String source) {
            if (SettingNames.honoured(name)) {
                values.put(name, value);
            } else {
                String note = SettingNames.note(name, source);
                if (note != null && !notes.contains(note)) {
                    notes.add(note);
                }
            }
        }
    }
}
