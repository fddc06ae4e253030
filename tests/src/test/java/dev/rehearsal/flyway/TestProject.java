package dev.rehearsal.flyway;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A project of a test: files, settings, and a database of its own. */
final class TestProject {
    private final Path base;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private @Nullable FlywayRunner runner;
    private @Nullable DatabaseAddress database;
    final List<RunStatement> statements = new ArrayList<>();
    final List<String> ended = new ArrayList<>();

    TestProject(Path base) {
        this.base = base;
    }

    TestProject file(String name, String text) {
        return file(name, text, StandardCharsets.UTF_8);
    }

    TestProject file(String name, String text, Charset charset) {
        try {
            Path file = base.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, charset);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a script to the standard location. */
    TestProject script(String name, String... lines) {
        return file("src/main/resources/db/migration/" + name, String.join("\n", lines));
    }

    TestProject set(String key, String value) {
        settings.put(key, value);
        return this;
    }

    FlywayRunner runner() {
        if (runner == null) {
            runner = FlywayRunner.of(FlywayProject.at(base).withSettings(settings));
        }
        return runner;
    }

    DatabaseAddress database() {
        if (database == null) {
            database = TestPostgres.freshDatabase();
        }
        return database;
    }

    DataSource source() {
        return TestPostgres.connect(database());
    }

    Migration migration(String version) {
        return runner().history().migrations().stream()
                .filter(migration -> migration.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    @Nullable
    RunFailure up(String version) {
        return runner().up(source(), migration(version), events());
    }

    @Nullable
    RunFailure down(String version) {
        return runner().down(source(), migration(version), events());
    }

    private RunEvents events() {
        statements.clear();
        ended.clear();
        return new RunEvents() {
            @Override
            public void beforeStatement(RunStatement statement, @Nullable RunSession session) {
                statements.add(statement);
            }

            @Override
            public void afterStatement(RunStatement statement, @Nullable RunSession session, boolean failed) {
                ended.add(statement.script() + ":" + statement.line() + (failed ? " failed" : ""));
            }
        };
    }

    TestProject sql(String sql) {
        TestPostgres.run(database(), sql);
        return this;
    }

    /** {@return the rows of a query, columns joined by commas} */
    List<String> rows(String query) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join(",", row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> tables() {
        return rows("SELECT tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"
                + " AND tablename <> 'flyway_schema_history' ORDER BY 1");
    }

    /** {@return Flyway's history but for times} */
    List<String> applied() {
        return rows("SELECT installed_rank, version, script, success FROM flyway_schema_history ORDER BY 1");
    }
}
