package dev.rehearsal.flyway;

import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.configuration.ConfigUtils;
import tools.jackson.core.JacksonException;

/** Finds the configuration files of a project and reads their settings, without the prefix {@code flyway.}. */
final class SettingFiles {
    private static final String PREFIX = "flyway.";
    private static final List<String> SPRING = List.of("application.yml", "application.yaml", "application.properties");

    private SettingFiles() {}

    /** {@return the settings of each file, the weakest file first} */
    static Map<Path, Map<String, String>> read(FlywayProject project) {
        Map<Path, Map<String, String>> found = new LinkedHashMap<>();
        Path resources = project.baseDirectory().resolve("src/main/resources");
        SPRING.stream()
                .map(resources::resolve)
                .filter(Files::isRegularFile)
                .forEach(file -> found.put(file, spring(file)));
        files(project).forEach(file -> found.put(file, flyway(file)));
        return found;
    }

    private static Stream<Path> files(FlywayProject project) {
        String configured = project.settings()
                .getOrDefault(PREFIX + "configFiles", project.settings().get("configFiles"));
        if (configured == null) {
            return Stream.of("flyway.conf", "flyway.toml", "flyway.user.toml")
                    .map(project.baseDirectory()::resolve)
                    .filter(Files::isRegularFile);
        }
        return Stream.of(configured.split(","))
                .map(String::strip)
                .map(project.baseDirectory()::resolve)
                .map(SettingFiles::existing);
    }

    private static Path existing(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new MigrationSourceException("The Flyway configuration file " + file
                    + " does not exist. Correct flyway.configFiles, or make the file.");
        }
        return file;
    }

    private static Map<String, String> flyway(Path file) {
        return reading(file, () -> file.toString().endsWith(".toml") ? Toml.read(file) : conf(file));
    }

    private static Map<String, String> spring(Path file) {
        return reading(file, () -> SpringProperties.read(file));
    }

    private static Map<String, String> conf(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return bare(ConfigUtils.loadConfigurationFromReader(reader));
        }
    }

    /** {@return the settings with their prefix removed} */
    static Map<String, String> bare(Map<String, String> settings) {
        Map<String, String> bare = new LinkedHashMap<>();
        settings.forEach(
                (key, value) -> bare.put(key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key, value));
        return bare;
    }

    private static Map<String, String> reading(Path file, Reading reading) {
        try {
            return reading.read();
        } catch (IOException | JacksonException | FlywayException | IllegalArgumentException e) {
            throw new MigrationSourceException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Reading {
        Map<String, String> read() throws IOException;
    }
}
