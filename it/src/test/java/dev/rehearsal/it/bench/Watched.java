package dev.rehearsal.it.bench;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunSessions;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.postgres.watch.PostgresObservatory;
import dev.rehearsal.schema.QualifiedName;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A server of the benchmark's own, on which statements run with and without being watched. */
final class Watched implements AutoCloseable {
    private final DatabaseServer server;
    private int databases;

    private Watched(DatabaseServer server) {
        this.server = server;
    }

    /** The server that a rehearsal starts as well. */
    static Watched start() {
        return new Watched(Project.server());
    }

    /** {@return the name of a new database in which the setup was run} */
    String database(String setup) throws SQLException {
        String name = "bench_" + ++databases;
        run("postgres", "CREATE DATABASE " + name);
        run(name, setup);
        return name;
    }

    void drop(String name) throws SQLException {
        run("postgres", "DROP DATABASE " + name);
    }

    DataSource source(String name) {
        DatabaseAddress address = server.database(name);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    /** {@return how psql reaches a database} */
    Map<String, String> environment(String name) {
        DatabaseAddress address = server.database(name);
        URI uri = URI.create(address.url().substring("jdbc:".length()));
        return Map.of(
                "PGHOST", uri.getHost(),
                "PGPORT", String.valueOf(uri.getPort()),
                "PGDATABASE", name,
                "PGUSER", address.user(),
                "PGPASSWORD", address.password(),
                "PGSSLMODE", "disable",
                "PGGSSENCMODE", "disable");
    }

    /** Begins to watch, with canaries on a table or without any. */
    Observation watch(String name, @Nullable String canary) throws SQLException {
        List<QualifiedName> canaries = canary == null ? null : List.of(new QualifiedName("public", canary));
        return new PostgresObservatory()
                .begin(
                        server.database(name),
                        new ObservationOptions(true, canaries, Duration.ofMinutes(5), false, Set.of()));
    }

    /** Runs a statement as a runner would, telling of it. */
    static void tell(Observation observation, Connection connection, int line, String sql) throws SQLException {
        RunStatement told = new RunStatement("V1__bench.sql", line, sql);
        RunSession session = RunSessions.of(connection);
        observation.events().beforeStatement(told, session);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            observation.events().afterStatement(told, session, false);
        }
    }

    /** Prints a table, and keeps it where a build can publish it. */
    static void publish(String file, String table) throws IOException {
        System.out.println(table);
        Path folder = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
        Files.writeString(folder.resolve(file), table, StandardCharsets.UTF_8);
    }

    private void run(String database, String sql) throws SQLException {
        try (Connection connection = source(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
