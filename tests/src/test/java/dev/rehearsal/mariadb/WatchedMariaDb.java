package dev.rehearsal.mariadb;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.migration.RunSessions;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.spi.ServerPrograms;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A MariaDB with two tables of some size, in copies that are used up, and scripts that are watched on it. */
final class WatchedMariaDb implements AutoCloseable {
    static final QualifiedName BIG = Names.relation("shop", "big");
    static final QualifiedName CHILD = Names.relation("shop", "child");
    private static final MariaDbDialect DIALECT = new MariaDbDialect();

    private final DatabaseServer server;
    private int slots;

    private WatchedMariaDb(DatabaseServer server) {
        this.server = server;
    }

    static WatchedMariaDb start(int rows) throws SQLException {
        DatabaseServer server = new MariaDbEngine()
                .provider(
                        DatabaseSpec.parse("embedded:mariadb"),
                        ServerAccess.NONE,
                        ServerPrograms.of(WatchedMariaDb.class.getClassLoader()))
                .forTests()
                .start(Progress.SILENT);
        server.slots().orElseThrow().create("filled", Set.of("shop"));
        try (Connection connection =
                        DIALECT.connect(server.database("filled"), "a test").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE big (id int PRIMARY KEY, a int NOT NULL, b int, c varchar(200), KEY by_b (b))");
            statement.execute("INSERT INTO big SELECT seq, seq, seq, REPEAT('x', 200) FROM seq_1_to_" + rows);
            statement.execute("CREATE TABLE child (id int PRIMARY KEY, big int, pad varchar(200))");
            statement.execute("INSERT INTO child SELECT seq, seq, REPEAT('y', 200) FROM seq_1_to_" + rows);
        }
        return new WatchedMariaDb(server);
    }

    void fresh() {
        if (slots > 0) {
            server.slots().orElseThrow().drop(Set.of("slot" + slots));
        }
        server.slots().orElseThrow().copy("filled", "slot" + ++slots);
    }

    DatabaseAddress address() {
        return server.database("slot" + slots);
    }

    Connection connect() throws SQLException {
        return DIALECT.connect(address(), "a reader").getConnection();
    }

    /** Runs a script, a statement a line. */
    PhaseFacts watched(String script, boolean lookedInto) throws SQLException {
        ObservationOptions options =
                new ObservationOptions(true, List.of(BIG, CHILD), Duration.ofMinutes(1), lookedInto, Set.of());
        try (Observation observation = DIALECT.observatory().begin(address(), options)) {
            try (Connection connection = observation.migrating().getConnection()) {
                int line = 0;
                for (String sql : script.split(";", -1)) {
                    RunStatement told = new RunStatement("V1__a.sql", ++line, sql.strip());
                    observation.events().beforeStatement(told, RunSessions.of(connection));
                    try (Statement statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                    observation.events().afterStatement(told, RunSessions.of(connection), false);
                }
            }
            return observation.finish();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
