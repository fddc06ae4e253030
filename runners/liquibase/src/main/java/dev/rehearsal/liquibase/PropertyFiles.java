package dev.rehearsal.liquibase;

import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Liquibase's own file of properties. */
final class PropertyFiles {
    static final String PREFIX = "liquibase.";
    private static final String NAME = "liquibase.properties";

    private PropertyFiles() {}

    /** {@return where it is or would be, the first that counts} */
    static Stream<Path> places(Path root) {
        return Stream.of(NAME, "src/main/resources/" + NAME).map(root::resolve);
    }

    /**
     * {@return the file of a project; empty if there is none}
     *
     * @param root the project's root
     * @param named what the build names; null for none
     */
    static Optional<Path> of(Path root, @Nullable String named) {
        if (named == null || named.isBlank()) {
            return places(root).filter(Files::isRegularFile).findFirst();
        }
        Path file = root.resolve(named.strip());
        Path resource = root.resolve("src/main/resources").resolve(named.strip());
        if (!Files.isRegularFile(file) && !Files.isRegularFile(resource)) {
            throw new MigrationSourceException("The file of Liquibase's properties " + file
                    + " does not exist. Correct liquibase.propertyFile, or make the file.");
        }
        return Optional.of(Files.isRegularFile(file) ? file : resource);
    }

    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrationSourceException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new MigrationSourceException("Cannot read " + file + ": " + e.getMessage(), e);
        }
        Map<String, String> sorted = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> sorted.put(name, properties.getProperty(name)));
        return sorted;
    }
}
