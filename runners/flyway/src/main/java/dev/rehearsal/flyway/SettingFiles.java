package dev.rehearsal.flyway;

import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.configuration.ConfigUtils;
import tools.jackson.core.JacksonException;

/** Finds the configuration files of a project and reads their settings, without the prefix {@code flyway.}. */
final class SettingFiles {
    private static final String PREFIX = "flyway.";
    private static final String FILES = "configFiles";
    private static final Pattern SPRING = Pattern.compile("application(-.*)?\\.(ya?ml|properties)");

    private SettingFiles() {}

    /** {@return the settings of each of Flyway's own files, the weakest file first} */
    static Map<Path, Map<String, String>> read(FlywayProject project) {
        Map<Path, Map<String, String>> found = new LinkedHashMap<>();
        String vendor = project.support().vendor();
        own(project).filter(Files::isRegularFile).forEach(file -> found.put(file, read(file, vendor)));
        configured(project).filter(file -> !Files.isRegularFile(file)).forEach(SettingFiles::missing);
        return found;
    }

    private static Stream<Path> own(FlywayProject project) {
        return project.settings().containsKey(PREFIX + FILES)
                        || project.settings().containsKey(FILES)
                ? configured(project)
                : Stream.of("flyway.conf", "flyway.toml", "flyway.user.toml").map(project.baseDirectory()::resolve);
    }

    /** {@return where configuration files of a project are, or would be, the weakest first} */
    static Stream<Path> places(FlywayProject project) {
        return Stream.concat(SpringConfiguration.files(project).places().stream(), own(project));
    }

    private static Stream<Path> configured(FlywayProject project) {
        String files = project.settings()
                .getOrDefault(PREFIX + FILES, project.settings().getOrDefault(FILES, ""));
        return Stream.of(files.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(project.baseDirectory()::resolve);
    }

    private static void missing(Path file) {
        throw new MigrationSourceException("The Flyway configuration file " + file
                + " does not exist. Correct flyway.configFiles, or make the file.");
    }

    private static Map<String, String> read(Path file, String vendor) {
        try {
            return parse(file, Files.readString(file, StandardCharsets.UTF_8), vendor);
        } catch (IOException e) {
            throw new MigrationSourceException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * {@return the settings that a text holds}
     *
     * @param file where it is, which says how it is written
     * @param text as it is now, or was once
     * @param vendor how Spring calls the engine
     * @throws MigrationSourceException if it cannot be read
     */
    static Map<String, String> parse(Path file, String text, String vendor) {
        String name = String.valueOf(file.getFileName());
        try {
            if (SPRING.matcher(name).matches()) {
                return SpringProperties.read(name, text, vendor);
            }
            return name.endsWith(".toml")
                    ? Toml.read(text)
                    : bare(ConfigUtils.loadConfigurationFromReader(new StringReader(text)));
        } catch (JacksonException | FlywayException | IllegalArgumentException e) {
            throw new MigrationSourceException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** {@return the settings with their prefix removed} */
    static Map<String, String> bare(Map<String, String> settings) {
        Map<String, String> bare = new LinkedHashMap<>();
        settings.forEach(
                (key, value) -> bare.put(key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key, value));
        return bare;
    }
}
