package dev.rehearsal.it.bench;

import dev.rehearsal.it.MavenBuild;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.Script;
import dev.rehearsal.scenario.Stage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import org.flywaydb.core.Flyway;

/** The shop's scripts as one would run them by hand: Flyway up, the undo script by {@code psql}, Flyway up. */
final class Scripts implements AutoCloseable {
    private final Stage database;
    private final MigrationRunner runner;

    Scripts(Stage database, MigrationRunner runner) {
        this.database = database;
        this.runner = runner;
    }

    void upDownUp(Migration migration) throws IOException, SQLException {
        Flyway flyway = flyway(migration);
        flyway.migrate();
        undo(migration);
        flyway.migrate();
    }

    private Flyway flyway(Migration migration) throws IOException {
        Path shop = Path.of(MavenBuild.property("it.samples"), "shop");
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(shop.resolve("flyway.conf"))) {
            settings.load(file);
        }
        return Flyway.configure()
                .configuration(settings)
                .dataSource(database.dataSource())
                .locations("filesystem:" + shop.resolve("src/main/resources/db/migration"))
                .target(migration.version())
                .load();
    }

    private void undo(Migration migration) throws SQLException {
        Script undo = Objects.requireNonNull(migration.undo());
        var statements = Objects.requireNonNull(runner.statements().get(undo));
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(!statements.transactional());
            for (RunStatement part : statements.statements()) {
                statement.execute(part.sql());
            }
            if (statements.transactional()) {
                connection.commit();
            }
            connection.setAutoCommit(true);
            statement.execute("DELETE FROM flyway_schema_history WHERE installed_rank >= (SELECT installed_rank"
                    + " FROM flyway_schema_history WHERE version = '" + migration.version() + "')");
        }
    }

    @Override
    public void close() {
        // its connections are closed
    }
}
