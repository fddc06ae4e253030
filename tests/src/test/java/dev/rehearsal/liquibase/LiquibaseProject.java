package dev.rehearsal.liquibase;

import dev.rehearsal.database.DatabaseAddress;
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
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.jgit.api.Git;
import org.jspecify.annotations.Nullable;

/** A project of a test with a changelog, and a database of its own. */
final class LiquibaseProject {
    /** The first line of a changelog in XML. */
    static final String HEAD = "<databaseChangeLog xmlns=\"http://www.liquibase.org/xml/ns/dbchangelog\""
            + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
            + " xsi:schemaLocation=\"http://www.liquibase.org/xml/ns/dbchangelog"
            + " http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.33.xsd\">";

    private static final String FOLDER = "src/main/resources/db/changelog/";

    private final Path base;
    private final Map<String, String> build = new TreeMap<>();
    private final Map<String, String> settings = new TreeMap<>();
    private @Nullable DatabaseAddress database;
    private @Nullable MigrationRunner runner;
    final List<RunStatement> statements = new ArrayList<>();
    final List<String> notMeasured = new ArrayList<>();

    LiquibaseProject(Path base) {
        this.base = base;
    }

    LiquibaseProject file(String name, String... lines) {
        try {
            Path file = base.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a file to the usual folder. */
    LiquibaseProject log(String name, String... lines) {
        return file(FOLDER + name, lines);
    }

    /** One changelog of formatted SQL, the usual one. */
    LiquibaseProject sql(String... lines) {
        List<String> all = new ArrayList<>(List.of("--liquibase formatted sql"));
        all.addAll(List.of(lines));
        return log("db.changelog-master.sql", all.toArray(new String[0]));
    }

    LiquibaseProject says(String key, String value) {
        build.put(key, value);
        return this;
    }

    /** Says something to the rehearsal itself. */
    LiquibaseProject set(String id, String value) {
        settings.put(id, value);
        return this;
    }

    RunnerProject seen(String... locations) {
        return new RunnerProject(
                base,
                build,
                List.of(locations),
                Modules.engine(DatabaseSpec.parse("embedded")),
                LiquibaseProject.class.getClassLoader(),
                settings);
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

    /** Forgets what it has read. */
    LiquibaseProject again() {
        runner = null;
        return this;
    }

    MigrationRunner runner() {
        if (runner == null) {
            runner = new LiquibaseRunnerFactory().open(seen());
        }
        return runner;
    }

    List<Migration> migrations() {
        return runner().history().migrations();
    }

    Migration migration(String version) {
        return migrations().stream()
                .filter(migration -> migration.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    DataSource source() {
        if (database == null) {
            database = TestPostgres.freshDatabase();
        }
        return TestPostgres.connect(database);
    }

    @Nullable
    RunFailure up(String version) {
        return runner().up(source(), migration(version), told());
    }

    @Nullable
    RunFailure down(String version) {
        return runner().down(source(), migration(version), told());
    }

    private RunEvents told() {
        statements.clear();
        notMeasured.clear();
        return new RunEvents() {
            @Override
            public void beforeStatement(RunStatement statement, @Nullable RunSession session) {
                statements.add(statement);
            }

            @Override
            public void notMeasured(String what) {
                notMeasured.add(what);
            }
        };
    }

    void execute(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return what a question gives, a row each} */
    List<String> ask(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> history() {
        return ask("SELECT id FROM databasechangelog ORDER BY orderexecuted");
    }

    List<String> tables() {
        return ask("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                + " AND relname NOT LIKE 'databasechangelog%' ORDER BY 1");
    }

    /** {@return of each statement that was told its script, line and first word} */
    List<String> places() {
        return statements.stream()
                .map(told -> told.script() + ":" + told.line() + " "
                        + told.sql().strip().replaceFirst("(?s)\\s.*", ""))
                .toList();
    }
}
