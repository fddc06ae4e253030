package dev.rehearsal.flyway;

import dev.rehearsal.flyway.ScannedFile.Kind;
import dev.rehearsal.migration.MigrationSourceException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.CoreLocationPrefix;
import org.flywaydb.core.api.Location;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Java migrations that Flyway passes over in silence, because it cannot make them: those that want beans of the
 * application, or classes that are not there. In production they run.
 */
final class UnloadedClasses {
    private static final String SUFFIX = ".class";

    private final ClassLoader loader;
    private final FileNames names;
    private final StandIns standIns;

    UnloadedClasses(ClassLoader loader, FileNames names, StandIns standIns) {
        this.loader = loader;
        this.names = names;
        this.standIns = standIns;
    }

    /**
     * Refuses a project with such a class, unless something stands for it.
     *
     * @param locations where migrations are
     * @param made the classes that Flyway could make
     */
    void refuse(Location[] locations, Collection<? extends Class<?>> made) {
        Set<String> known = made.stream().map(Class::getName).collect(Collectors.toSet());
        List<String> problems = new ArrayList<>();
        for (String name : classes(locations)) {
            String why = known.contains(name) || standIns.has(version(name)) ? null : why(name);
            if (why != null) {
                problems.add(sentence(name, why));
            }
        }
        if (!problems.isEmpty()) {
            throw new MigrationSourceException(String.join("\n", problems));
        }
    }

    private String sentence(String name, String why) {
        MigrationVersion version = version(name);
        String key = version == null ? "<version>" : version.toString();
        return "The Java migration " + name + " (version " + key + ") cannot be made outside the application: " + why
                + ". Put what it needs on the test class path and give it a constructor without parameters, or say in"
                + " rehearsal.yaml what stands for it: standIn: { \"" + key + "\": \"stand-in.sql\" }, or { \"" + key
                + "\": \"does nothing — <reason>\" }.";
    }

    private @Nullable MigrationVersion version(String name) {
        return names.of(names.script(simple(name))).version();
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** {@return why a class cannot be made; null if it is no migration} */
    private @Nullable String why(String name) {
        try {
            Class<?> type = Class.forName(name, true, loader);
            if (!JavaMigration.class.isAssignableFrom(type)
                    || java.lang.reflect.Modifier.isAbstract(type.getModifiers())) {
                return null;
            }
            type.getDeclaredConstructor().newInstance();
            return null;
        } catch (NoSuchMethodException e) {
            return "it has no constructor without parameters";
        } catch (ReflectiveOperationException | LinkageError e) {
            Throwable cause = e;
            while (cause.getCause() != null && cause.getCause() != cause) {
                cause = cause.getCause();
            }
            return String.valueOf(cause);
        }
    }

    private Set<String> classes(Location[] locations) {
        Set<String> found = new TreeSet<>();
        for (Location location : locations) {
            if (CoreLocationPrefix.isClassPath(location)) {
                found.addAll(in(location.getRootPath()));
            }
        }
        found.removeIf(name -> simple(name).contains("$") || kind(name) == Kind.UNRECOGNISED);
        return found;
    }

    private Kind kind(String name) {
        return names.of(names.script(simple(name))).kind();
    }

    private List<String> in(String root) {
        List<String> found = new ArrayList<>();
        try {
            for (URL url : Collections.list(loader.getResources(root))) {
                if (url.openConnection() instanceof JarURLConnection jar) {
                    jar.setUseCaches(false);
                    try (var file = jar.getJarFile()) {
                        file.stream()
                                .map(entry -> entry.getName())
                                .filter(entry -> entry.startsWith(root + "/") && entry.endsWith(SUFFIX))
                                .forEach(entry -> found.add(name(entry)));
                    }
                } else if (url.getProtocol().equals("file")) {
                    below(Path.of(url.toURI()), root, found);
                }
            }
            return found;
        } catch (IOException | URISyntaxException e) {
            throw new MigrationSourceException("The classes in " + root + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void below(Path folder, String root, List<String> found) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(SUFFIX))
                    .forEach(file -> found.add(name(root + "/" + file)));
        }
    }

    private static String name(String entry) {
        return entry.substring(0, entry.length() - SUFFIX.length()).replace('/', '.');
    }
}
