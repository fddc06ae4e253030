package dev.rehearsal.it.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.FlywayPreparer;
import io.zonky.test.db.postgres.embedded.PreparedDbProvider;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** What else a project can do to have a database for a test. Each tells its milliseconds. */
final class Rivals implements AutoCloseable {
    private final History history;
    private final EmbeddedPostgres postgres;
    private final PreparedDbProvider prepared;
    private final double zonkyOnce;

    Rivals(History history) throws IOException, SQLException {
        this.history = history;
        this.postgres = EmbeddedPostgres.start();
        long start = System.nanoTime();
        this.prepared = PreparedDbProvider.forPreparer(
                FlywayPreparer.fromConfiguration(Map.of("flyway.locations", history.location())));
        ask(prepared.createDataSource());
        this.zonkyOnce = millisSince(start);
    }

    /** {@return what zonky's server and its one migration of everything took} */
    double zonkyOnce() {
        return zonkyOnce;
    }

    /**
     * (a): one database, cleaned and migrated to the version before; and then, apart, the migrations themselves.
     *
     * @param version the first of them
     * @param migrations how many
     * @return what the former took, and what each of the latter took on average
     */
    double[] cleanAndMigrate(int version, int migrations) {
        DataSource source = postgres.getPostgresDatabase();
        long start = System.nanoTime();
        history.flyway(source, version - 1).clean();
        history.flyway(source, version - 1).migrate();
        double before = millisSince(start);
        long steps = System.nanoTime();
        for (int step = 0; step < migrations; step++) {
            history.flyway(source, version + step).migrate();
        }
        return new double[] {before, millisSince(steps) / migrations};
    }

    /** (b): a new container, migrated to the version before. */
    double container(int version) {
        long start = System.nanoTime();
        try (PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")) {
            container.start();
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(container.getJdbcUrl());
            source.setUser(container.getUsername());
            source.setPassword(container.getPassword());
            history.flyway(source, version - 1).migrate();
            return millisSince(start);
        }
    }

    static boolean haveContainers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** (c): zonky's own databases, one for each of so many tests, at the last version. */
    double zonky(int tests) throws SQLException {
        long start = System.nanoTime();
        for (int test = 0; test < tests; test++) {
            ask(prepared.createDataSource());
        }
        return millisSince(start) / tests;
    }

    private static void ask(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT 1");
        }
    }

    static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
