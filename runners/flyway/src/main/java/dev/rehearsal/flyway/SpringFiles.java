package dev.rehearsal.flyway;

import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds the files of Spring Boot that are for a project, the weakest first. */
final class SpringFiles {
    private static final List<String> SUFFIXES = List.of(".yml", ".yaml", ".properties");
    private static final String SOURCES = "src/main/resources";

    private SpringFiles() {}

    /** {@return where they are, or would be, among the project's sources} */
    static List<Path> places(FlywayProject project) {
        List<Path> places = new ArrayList<>();
        for (String name : names(project)) {
            places.add(project.baseDirectory().resolve(SOURCES).resolve(name));
            places.add(
                    project.baseDirectory().resolve(SOURCES).resolve("config").resolve(name));
        }
        return places;
    }

    /** {@return the text of each, by its name for a reader; those of another module where the project has none itself} */
    static Map<String, String> texts(FlywayProject project) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path place : places(project)) {
            if (Files.isRegularFile(place)) {
                texts.put(project.baseDirectory().relativize(place).toString(), read(place));
            }
        }
        return texts.isEmpty() ? ofOtherModules(project) : texts;
    }

    private static List<String> names(FlywayProject project) {
        List<String> bases = Stream.concat(
                        Stream.of("application"),
                        SpringProfiles.of(project).active().stream().map(profile -> "application-" + profile))
                .toList();
        return bases.stream()
                .flatMap(base -> SUFFIXES.stream().map(suffix -> base + suffix))
                .toList();
    }

    private static Map<String, String> ofOtherModules(FlywayProject project) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names(project)) {
            try {
                for (URL url : Collections.list(project.classLoader().getResources(name))) {
                    if (!url.getPath().contains("/test-classes/")
                            && texts.keySet().stream().noneMatch(known -> known.endsWith("/" + name))) {
                        texts.put(url.toString(), read(url));
                    }
                }
            } catch (IOException e) {
                throw new MigrationSourceException("Cannot read " + name + ": " + e.getMessage(), e);
            }
        }
        return texts;
    }

    private static String read(URL url) throws IOException {
        var connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream bytes = connection.getInputStream()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new MigrationSourceException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
