package dev.rehearsal.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.it.bench.Figure.How;
import dev.rehearsal.it.bench.Figure.Subject;
import dev.rehearsal.postgres.catalog.PostgresCatalog;
import dev.rehearsal.scenario.Stage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Comparing once: all data against writing it to nowhere, the whole catalogue against {@code pg_dump}. */
@Tag("bench")
class ComparisonBenchmark {
    private static final String ROWS = """
            CREATE TABLE users AS SELECT i::bigint AS id, 'user' || i || '@example.org' AS email,
              'Name of ' || i AS name, CASE WHEN i %% 10 < 9 THEN 'active' ELSE 'closed' END AS status,
              CASE WHEN i %% 10 < 7 THEN 'a note on ' || i END AS note, (i %% 100000 / 100.0)::numeric(10, 2) AS amount,
              timestamptz '2020-01-01 00:00Z' + i * interval '1 minute' AS made, (i %% 1000)::bigint AS team_id
            FROM generate_series(1, %d) i;
            ALTER TABLE users ADD PRIMARY KEY (id);
            VACUUM ANALYZE users""";

    @Test
    void all_data_once() throws Exception {
        Bench.assumeSelected("data");
        int rows = Bench.size("rows", 100_000);
        Figure figure = new Figure(new Subject(
                "data",
                "fingerprint of %,d rows x 8 columns".formatted(rows),
                "COPY ... TO '/dev/null'",
                1.0,
                How.RATIO_OF_SECONDS));
        try (DatabaseServer server = Project.server();
                Stage stage = Project.pool(server, Set.of()).empty()) {
            for (String statement : ROWS.formatted(rows).split(";", 0)) {
                run(stage.dataSource(), statement);
            }
            for (int pair = -1; pair < Bench.pairs(); pair++) {
                double ours =
                        Bench.seconds(() -> assertThat(stage.data().tables()).hasSize(1));
                double copy = Bench.seconds(() -> run(stage.dataSource(), "COPY users TO '/dev/null'"));
                if (pair >= 0) { // the first warms up
                    figure.add(Integer.toString(pair), ours, copy);
                }
            }
            figure.finish(Machine.database(stage.dataSource(), "embedded"), Map.of());
        }
    }

    /**
     * On a server of this machine that {@code -Drehearsal.bench.url} names, user and password in it, with the pg_dump of
     * its path; else in a container.
     */
    @Test
    void the_whole_catalogue_once() throws Exception {
        Bench.assumeSelected("catalogue");
        String url = System.getProperty("rehearsal.bench.url");
        if (url != null) {
            DataSource database = source(url);
            compare(database, () -> dump(url), Machine.database(database, "on this machine, with a pg_dump beside it"));
            return;
        }
        try (PostgreSQLContainer container = new PostgreSQLContainer("postgres:18")) {
            container.start();
            DataSource database = source(container.getJdbcUrl() + "&user=" + container.getUsername() + "&password="
                    + container.getPassword());
            compare(database, () -> dump(container), Machine.database(database, "in a container, with its pg_dump"));
        }
    }

    private static void compare(DataSource database, Dump theirs, String where) throws Exception {
        int tables = Bench.size("tables", 100);
        Figure figure = new Figure(new Subject(
                "catalogue",
                "snapshot of %,d tables".formatted(tables),
                "pg_dump --schema-only",
                0.5,
                How.RATIO_OF_SECONDS));
        for (int i = 0; i < tables; i++) {
            run(database, table(i));
        }
        run(database, "VACUUM ANALYZE");
        for (int pair = -1; pair < Bench.pairs(); pair++) {
            double ours = Bench.seconds(() -> assertThat(
                            new PostgresCatalog().snapshot(database, Set.of()).definitions())
                    .hasSizeGreaterThan(tables));
            double dump = theirs.seconds();
            if (pair >= 0) {
                figure.add(Integer.toString(pair), ours, dump);
            }
        }
        figure.finish(where, Map.of());
    }

    private static DataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return source;
    }

    private static String table(int i) {
        String parent = i == 0 ? "" : ", parent_id bigint REFERENCES t" + (i - 1);
        return """
                CREATE TABLE t%1$d (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, code text UNIQUE,
                  made timestamptz NOT NULL DEFAULT now(), amount numeric(10, 2) CHECK (amount >= 0)%2$s);
                CREATE INDEX ON t%1$d (made); COMMENT ON TABLE t%1$d IS 'the table %1$d';
                CREATE VIEW v%1$d AS SELECT id, name FROM t%1$d WHERE amount > 0""".formatted(i, parent);
    }

    private static double dump(String url) throws Exception {
        ProcessBuilder dump = new ProcessBuilder("pg_dump", "--schema-only", "-d", url.replaceFirst("^jdbc:", ""))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        return Bench.seconds(() -> assertThat(dump.start().waitFor()).isZero());
    }

    /** The shell inside tells how long it took, so that reaching into the container does not count. */
    private static double dump(PostgreSQLContainer container) throws IOException, InterruptedException {
        ExecResult result = container.execInContainer(
                "bash",
                "-c",
                "TIMEFORMAT=%R; time pg_dump --schema-only -h localhost -U " + container.getUsername() + " "
                        + container.getDatabaseName() + " > /dev/null");
        assertThat(result.getExitCode()).as(result.getStderr()).isZero();
        return Double.parseDouble(result.getStderr().trim());
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Someone else's way to read a catalogue. */
    @FunctionalInterface
    private interface Dump {
        double seconds() throws Exception;
    }
}
