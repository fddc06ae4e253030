package dev.rehearsal.liquibase;

import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.spi.RunnerProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lends out the changelog of a project: to each that asks at the same time one of its own, since a change set of
 * Liquibase's keeps what has become of it. Safe for use by several threads.
 */
final class ParsedLogs {
    private static final Map<String, String> PRODUCTS = Map.of("postgres", "postgresql");

    private final RunnerProject project;
    private final LiquibaseSettings settings;
    private final ChangeLogFiles files;
    private final String path;
    private final Queue<ParsedLog> idle = new ConcurrentLinkedQueue<>();

    ParsedLogs(RunnerProject project, LiquibaseSettings settings) {
        this.project = project;
        this.settings = settings;
        this.files = new ChangeLogFiles(project, settings);
        this.path = ChangeLogPlace.of(project, settings);
        ChangeLogPlace.roots(project, settings).stream()
                .map(root -> root.resolve(path))
                .filter(Files::isDirectory)
                .findFirst()
                .ifPresent(ParsedLogs::refuse);
    }

    private static void refuse(Path folder) {
        throw new MigrationSourceException(folder + " is a folder, and Liquibase begins with a file: say by"
                + " rehearsal.locations (or changeLogFile) which one it is.");
    }

    /** {@return others, which share nothing with these} */
    ParsedLogs fresh() {
        return new ParsedLogs(project, settings);
    }

    LiquibaseSettings settings() {
        return settings;
    }

    RunnerProject project() {
        return project;
    }

    ChangeLogFiles files() {
        return files;
    }

    /** {@return how Liquibase calls an engine; empty if it is not known to this runner} */
    static Map<String, String> products() {
        return PRODUCTS;
    }

    String product() {
        return PRODUCTS.getOrDefault(project.engine().id(), "");
    }

    /** Is done with a changelog. */
    @FunctionalInterface
    interface Work<T> {
        T on(ParsedLog log) throws Exception;
    }

    /**
     * {@return what comes of work with a changelog}
     *
     * @throws MigrationSourceException if it cannot be read
     * @throws Exception what the work throws
     */
    <T> T with(Work<T> work) throws Exception {
        ParsedLog log = idle.poll();
        if (log == null) {
            log = read();
        }
        ParsedLog lent = log;
        try {
            return lent.session().in(() -> work.on(lent));
        } finally {
            idle.add(lent);
        }
    }

    private ParsedLog read() {
        Session session = new Session(project.classes(), files);
        try {
            return session.in(() -> ParsedLog.read(session, path, settings, files, product()));
        } catch (Exception e) {
            throw new ParseFailure(path, files).of(e);
        }
    }
}
