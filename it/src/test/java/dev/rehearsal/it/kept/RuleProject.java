package dev.rehearsal.it.kept;

import dev.rehearsal.it.MavenBuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes a Maven project of a rule's sample, as {@code src-samples/rules} has them: a base, a migration, its undo. */
final class RuleProject {
    private static final Path SAMPLES = Path.of(MavenBuild.property("it.samples"));
    private static final Path RULES = SAMPLES.resolve("rules");
    private static final String OUTSIDE = "-- Runs outside a transaction.";

    private RuleProject() {}

    /** {@return the ids of the rules that have samples} */
    static List<String> rules() {
        try (Stream<Path> folders = Files.list(RULES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return a folder with the project in it} */
    static Path make(String rule, String quality) throws IOException {
        Path project = Files.createDirectories(Path.of(MavenBuild.property("it.work"), "of-rules", rule, quality));
        Path migrations = Files.createDirectories(project.resolve("db/migration"));
        Path sample = RULES.resolve(rule);
        String pom = Files.readString(SAMPLES.resolve("unsafe/pom.xml"));
        Files.writeString(
                project.resolve("pom.xml"),
                pom.replaceFirst("<locations>.*</locations>", "<locations>filesystem:db/migration</locations>")
                        .replaceFirst("<volume>.*</volume>", ""));
        Path more = sample.resolve("base.sql");
        String base = Files.readString(RULES.resolve("base.sql")) + (Files.exists(more) ? Files.readString(more) : "");
        Files.writeString(migrations.resolve("V1__base.sql"), base);
        script(sample.resolve(quality + ".sql"), migrations.resolve("V2__sample.sql"));
        script(sample.resolve(quality + ".undo.sql"), migrations.resolve("U2__sample.sql"));
        Files.writeString(project.resolve("flyway.conf"), "flyway.postgresql.transactional.lock=false\n");
        if (Files.isDirectory(sample.resolve("application"))) {
            copy(sample.resolve("application"), Files.createDirectories(project.resolve("application")));
        }
        return project;
    }

    private static void script(Path from, Path to) throws IOException {
        String sql = Files.readString(from);
        Files.writeString(to, sql);
        if (sql.startsWith(OUTSIDE)) {
            Files.writeString(to.resolveSibling(to.getFileName() + ".conf"), "executeInTransaction=false\n");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.writeString(to.resolve(file.getFileName()), Files.readString(file));
            }
        }
    }
}
