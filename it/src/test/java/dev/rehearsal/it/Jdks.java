package dev.rehearsal.it;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** The JDKs of this machine, where systems and tools usually put them. */
final class Jdks {
    private Jdks() {}

    /** {@return the oldest that is new enough} */
    static Optional<Path> ofAtLeast(int feature) {
        return Stream.concat(ofTheEnvironment(), folders().flatMap(Jdks::within))
                .filter(home -> Files.exists(home.resolve("bin/javac")))
                .filter(home -> feature(home).orElse(0) >= feature)
                .min(Comparator.comparing(home -> feature(home).orElseThrow()));
    }

    /** {@return the Java of a JDK, as its release file says} */
    static Optional<Integer> feature(Path home) {
        try (Reader release = Files.newBufferedReader(home.resolve("release"))) {
            Properties properties = new Properties();
            properties.load(release);
            String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
            return Optional.of(Runtime.Version.parse(version).feature());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty(); // no JDK, or none that says which
        }
    }

    private static Stream<Path> ofTheEnvironment() {
        return System.getenv().entrySet().stream()
                .filter(one ->
                        one.getKey().startsWith("JAVA_HOME") || one.getKey().matches("JAVA_?\\d+_HOME"))
                .map(one -> Path.of(one.getValue()));
    }

    private static Stream<Path> folders() {
        Path home = Path.of(System.getProperty("user.home"));
        Path running = Path.of(System.getProperty("java.home"));
        return Stream.of(
                running.resolveSibling("."),
                Path.of("/usr/lib/jvm"),
                home.resolve(".sdkman/candidates/java"),
                home.resolve(".jdks"));
    }

    private static Stream<Path> within(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.toList().stream();
        } catch (IOException e) {
            return List.<Path>of().stream(); // a folder that may not be read has none for us
        }
    }
}
