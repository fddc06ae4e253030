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

    private final Copies copies;

    private WatchedMariaDb(Copies copies) {
        this.copies = copies;
    }

    /** {@return one of our own, or that of {@code -Drehearsal.mariadb=jdbc:mariadb://…}, whose schema shop is used up} */
    static WatchedMariaDb start(int rows) throws SQLException {
        String url = System.getProperty("rehearsal.mariadb");
        Copies copies = url == null ? new Slotted() : new OnOneServer(url);
        try (Connection connection =
                        DIALECT.connect(copies.original(), "a test").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE big (id int PRIMARY KEY, a int NOT NULL, b int, c varchar(200), KEY by_b (b))");
            statement.execute("INSERT INTO big SELECT seq, seq, seq, REPEAT('x', 200) FROM seq_1_to_" + rows);
            statement.execute("CREATE TABLE child (id int PRIMARY KEY, big int, pad varchar(200))");
            statement.execute("INSERT INTO child SELECT seq, seq, REPEAT('y', 200) FROM seq_1_to_" + rows);
        }
        return new WatchedMariaDb(copies);
    }

    /** {@return its release line: 11.4} */
    String line() throws SQLException {
        try (Connection connection = connect()) {
            return connection.getMetaData().getDatabaseMajorVersion() + "."
                    + connection.getMetaData().getDatabaseMinorVersion();
        }
    }

    void fresh() throws SQLException {
        copies.fresh();
    }

    DatabaseAddress address() {
        return copies.current();
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
        copies.close();
    }

    /** Where copies of the filled schema come from. */
    private interface Copies extends AutoCloseable {
        DatabaseAddress original();

        void fresh() throws SQLException;

        DatabaseAddress current();

        @Override
        void close();
    }

    /** Servers of our own, one for each copy. */
    private static final class Slotted implements Copies {
        private final DatabaseServer server = new MariaDbEngine()
                .provider(
                        DatabaseSpec.parse("embedded:mariadb"),
                        ServerAccess.NONE,
                        ServerPrograms.of(WatchedMariaDb.class.getClassLoader()))
                .forTests()
                .start(Progress.SILENT);
        private int slots;

        @Override
        public DatabaseAddress original() {
            server.slots().orElseThrow().create("filled", Set.of("shop"));
            return server.database("filled");
        }

        @Override
        public void fresh() {
            if (slots > 0) {
                server.slots().orElseThrow().drop(Set.of("slot" + slots));
            }
            server.slots().orElseThrow().copy("filled", "slot" + ++slots);
        }

        @Override
        public DatabaseAddress current() {
            return server.database("slot" + slots);
        }

        @Override
        public void close() {
            server.close();
        }
    }

    /** A server that is running: what was filled is copied into its schema shop. */
    private record OnOneServer(String url) implements Copies {
        @Override
        public DatabaseAddress original() {
            run("", "DROP DATABASE IF EXISTS filled", "CREATE DATABASE filled");
            return at("filled");
        }

        @Override
        public void fresh() {
            run("", "DROP DATABASE IF EXISTS shop", "CREATE DATABASE shop");
            for (QualifiedName table : List.of(BIG, CHILD)) {
                run(
                        "shop",
                        "CREATE TABLE " + table.name() + " LIKE filled." + table.name(),
                        "INSERT INTO " + table.name() + " SELECT * FROM filled." + table.name());
            }
        }

        @Override
        public DatabaseAddress current() {
            return at("shop");
        }

        private DatabaseAddress at(String schema) {
            return new DatabaseAddress(
                    url.replaceFirst("(//[^/]+/)[^?]*", "$1" + schema),
                    System.getProperty("rehearsal.mariadb.user", ""),
                    System.getProperty("rehearsal.mariadb.password", ""));
        }

        private void run(String schema, String... statements) {
            try (Connection connection = DIALECT.connect(at(schema), "a test").getConnection();
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            // it is not ours
        }
    }
}
