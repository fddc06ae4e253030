package dev.rehearsal.flyway;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A project that migrates with Flyway: where its files are, and what is said of Flyway outside them. Immutable.
 *
 * @param baseDirectory the project's root, from which relative locations and configuration files are found
 * @param settings Flyway's settings from outside its own files (a plugin's configuration, system properties), with or
 *     without the prefix {@code flyway.}; they win over the files
 * @param locations where the migrations are; if there are any, they win over every other configuration of locations
 * @param classLoader finds Java migrations, callbacks and {@code classpath:} locations; it must share Flyway's own
 *     classes with this one
 * @param engine the id of the engine on which it migrates
 * @param rehearsal what the rehearsal's own settings say, by their ids
 */
public record FlywayProject(
        Path baseDirectory,
        Map<String, String> settings,
        List<String> locations,
        ClassLoader classLoader,
        String engine,
        Map<String, String> rehearsal) {
    public FlywayProject {
        rehearsal = Map.copyOf(rehearsal);
        baseDirectory = baseDirectory.toAbsolutePath().normalize();
        settings = Map.copyOf(settings);
        locations = List.copyOf(locations);
    }

    /**
     * {@return a project on PostgreSQL, of which nothing else is known but its root}
     *
     * @param baseDirectory the project's root
     */
    public static FlywayProject at(Path baseDirectory) {
        return new FlywayProject(
                baseDirectory, Map.of(), List.of(), FlywayProject.class.getClassLoader(), "postgres", Map.of());
    }

    /**
     * {@return this project with other settings}
     *
     * @param other they replace all settings
     */
    public FlywayProject withSettings(Map<String, String> other) {
        return new FlywayProject(baseDirectory, other, locations, classLoader, engine, rehearsal);
    }

    /**
     * {@return this project with other locations}
     *
     * @param other they replace all locations
     */
    public FlywayProject withLocations(String... other) {
        return new FlywayProject(baseDirectory, settings, List.of(other), classLoader, engine, rehearsal);
    }

    /**
     * {@return this project with another class loader}
     *
     * @param other finds the project's classes
     */
    public FlywayProject withClassLoader(ClassLoader other) {
        return new FlywayProject(baseDirectory, settings, locations, other, engine, rehearsal);
    }

    /**
     * {@return this project with other settings of the rehearsal}
     *
     * @param other they replace all of them
     */
    public FlywayProject rehearsedWith(Map<String, String> other) {
        return new FlywayProject(baseDirectory, settings, locations, classLoader, engine, other);
    }

    /** {@return what Flyway does in a way of its own there} */
    EngineSupport support() {
        return EngineSupport.of(engine);
    }
}
