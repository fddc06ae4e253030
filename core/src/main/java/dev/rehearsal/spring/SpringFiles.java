package dev.rehearsal.spring;

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

/**
 * Finds the files of Spring Boot that are for a project, the weakest first.
 *
 * @param root the project's root
 * @param classes finds those of the modules on which it stands
 * @param profiles for which they are
 */
public record SpringFiles(Path root, ClassLoader classes, SpringProfiles profiles) {
    private static final List<String> SUFFIXES = List.of(".yml", ".yaml", ".properties");
    private static final String SOURCES = "src/main/resources";

    /** {@return where they are, or would be, among the project's sources} */
    public List<Path> places() {
        List<Path> places = new ArrayList<>();
        for (String name : names()) {
            places.add(root.resolve(SOURCES).resolve(name));
            places.add(root.resolve(SOURCES).resolve("config").resolve(name));
        }
        return places;
    }

    /** {@return the text of each, by its name for a reader; those of another module where the project has none itself} */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path place : places()) {
            if (Files.isRegularFile(place)) {
                texts.put(root.relativize(place).toString(), read(place));
            }
        }
        return texts.isEmpty() ? ofOtherModules() : texts;
    }

    private List<String> names() {
        List<String> bases = Stream.concat(
                        Stream.of("application"), profiles.active().stream().map(profile -> "application-" + profile))
                .toList();
        return bases.stream()
                .flatMap(base -> SUFFIXES.stream().map(suffix -> base + suffix))
                .toList();
    }

    private Map<String, String> ofOtherModules() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : names()) {
            try {
                for (URL url : Collections.list(classes.getResources(name))) {
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
