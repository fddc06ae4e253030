package dev.rehearsal.sql;

import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.spi.Modules;
import dev.rehearsal.spi.RunnerProject;
import dev.rehearsal.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.jgit.api.Git;
import org.jspecify.annotations.Nullable;

/** A project of a test with a folder of plain SQL, and a database of its own. */
final class SqlProject {
    private final Path base;
    private List<String> locations = List.of();
    private Map<String, String> settings = Map.of();
    private @Nullable Database database;
    final List<RunStatement> statements = new ArrayList<>();

    SqlProject(Path base) {
        this.base = base;
    }

    SqlProject file(String name, String... lines) {
        try {
            Path file = base.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a file to a usual folder. */
    SqlProject script(String name, String... lines) {
        return file("migrations/" + name, lines);
    }

    SqlProject remove(String name) throws IOException {
        Files.delete(base.resolve(name));
        return this;
    }

    void commitOnMain() throws Exception {
        try (Git git =
                Git.init().setDirectory(base.toFile()).setInitialBranch("main").call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("as it was")
                    .setAuthor("a", "a@example.com")
                    .setCommitter("a", "a@example.com")
                    .setSign(false)
                    .call();
        }
    }

    SqlProject in(String... folders) {
        locations = List.of(folders);
        return this;
    }

    SqlProject layout(String id) {
        settings = Map.of("layout", id);
        return this;
    }

    RunnerProject seen() {
        return new RunnerProject(
                base,
                Map.of(),
                locations,
                Modules.engine(DatabaseSpec.parse("embedded")),
                SqlProject.class.getClassLoader(),
                settings);
    }

    MigrationRunner runner() {
        return new SqlRunnerFactory().open(seen());
    }

    Migration migration(String version) {
        return runner().history().migrations().stream()
                .filter(migration -> migration.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    private Database database() {
        if (database == null) {
            database = new Database(TestPostgres.freshDatabase());
        }
        return database;
    }

    DataSource source() {
        return database().source();
    }

    @Nullable
    RunFailure up(String version) {
        return runner().up(source(), migration(version), told());
    }

    @Nullable
    RunFailure upApart(String version) {
        return runner().apart().up(source(), migration(version), told());
    }

    @Nullable
    RunFailure down(String version) {
        return runner().down(source(), migration(version), told());
    }

    private RunEvents told() {
        return new RunEvents() {
            @Override
            public void beforeStatement(RunStatement statement, @Nullable RunSession session) {
                statements.add(statement);
            }
        };
    }

    List<String> ask(String sql) {
        return database().ask(sql);
    }

    List<String> schema() {
        return database().schema();
    }

    List<String> history() {
        return ask("SELECT version || CASE WHEN dirty THEN ' dirty' ELSE ' clean' END FROM schema_migrations");
    }

    List<String> tables() {
        return ask("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                + " AND relname <> 'schema_migrations' ORDER BY 1");
    }
}
