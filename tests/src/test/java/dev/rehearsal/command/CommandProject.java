package dev.rehearsal.command;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A project of a test whose migrations a command applies, and a database of its own. */
final class CommandProject {
    static final String PSQL = "psql -X -q -v ON_ERROR_STOP=1 -f {file}";

    final List<RunStatement> statements = new ArrayList<>();
    final List<String> notMeasured = new ArrayList<>();
    private final Path base;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private @Nullable DatabaseAddress address;

    CommandProject(Path base) {
        this.base = base;
    }

    /** A folder of SQL that psql runs. */
    static CommandProject psql(Path base) {
        return new CommandProject(base)
                .set("up", PSQL)
                .set("down", PSQL)
                .set("files", "migrations/*.up.sql")
                .set("undoFiles", "migrations/*.down.sql");
    }

    CommandProject set(String name, String value) {
        settings.put("command." + name, value);
        return this;
    }

    CommandProject file(String name, String... lines) {
        try {
            Path file = base.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n");
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a program of a test's own. */
    CommandProject tool(String name, String... lines) throws IOException {
        file(name, lines);
        Files.setPosixFilePermissions(
                base.resolve(name), java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    RunnerProject seen() {
        return new RunnerProject(
                base,
                Map.of(),
                List.of(),
                Modules.engine(DatabaseSpec.parse("embedded")),
                CommandProject.class.getClassLoader(),
                settings);
    }

    MigrationRunner runner() {
        return new CommandRunnerFactory().open(seen());
    }

    Migration migration(String version) {
        return runner().history().migrations().stream()
                .filter(migration -> migration.version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    DatabaseAddress address() {
        if (address == null) {
            address = TestPostgres.freshDatabase();
        }
        return address;
    }

    DataSource source() {
        return TestPostgres.connect(address());
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
                synchronized (statements) {
                    statements.add(statement);
                }
            }

            @Override
            public void notMeasured(String what) {
                notMeasured.add(what);
            }
        };
    }

    List<String> ask(String sql) throws SQLException {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    List<String> tables() throws SQLException {
        return ask("SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                + " AND relname <> 'rehearsal_steps' ORDER BY 1");
    }
}
