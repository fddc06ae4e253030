package dev.rehearsal.postgres;

import static dev.rehearsal.postgres.naming.SqlNames.quote;

import dev.rehearsal.dialect.Databases;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes, copies and removes databases; each bears a marker as its comment, and none without one is ever dropped. */
public final class PostgresDatabases implements Databases {
    /** How the name of every database of ours begins. */
    public static final String PREFIX = "rehearsal_";

    /** How the comment of every database of ours begins, which is no part of the user's schema. */
    public static final String MARKED = "made by Rehearsal and dropped by it: do not use; owner=";

    private static final int LONGEST_NAME = 63;
    private static final String OBJECT_IN_USE = "55006";
    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long PAUSE = TimeUnit.MICROSECONDS.toNanos(500);

    @Override
    public ServerFacts facts(DataSource maintenance) throws SQLException {
        try (Connection connection = maintenance.getConnection()) {
            DatabaseCatalog catalog = new DatabaseCatalog(connection);
            String version = catalog.setting("server_version").replaceAll(" .*", "");
            return new ServerFacts("PostgreSQL", version, UnlikeProduction.sentences(catalog));
        }
    }

    @Override
    public void create(DataSource maintenance, String name) throws SQLException {
        try (Connection connection = maintenance.getConnection()) {
            create(connection, name);
        }
    }

    static void create(Connection connection, String name) throws SQLException {
        requireOurName(name);
        execute(connection, "CREATE DATABASE " + quote(name) + " TEMPLATE template0");
        finish(connection, name, () -> {});
    }

    @Override
    public void createNamed(DataSource maintenance, String name) throws SQLException {
        try (Connection connection = maintenance.getConnection()) {
            if (new DatabaseCatalog(connection).find(name).isEmpty()) {
                execute(connection, "CREATE DATABASE " + quote(name) + " TEMPLATE template0");
            }
        }
    }

    @Override
    public long copy(DataSource maintenance, String source, String name) throws SQLException {
        try (Connection connection = maintenance.getConnection()) {
            return copy(connection, source, name);
        }
    }

    static long copy(Connection connection, String source, String name) throws SQLException {
        requireOurName(name);
        DatabaseCatalog catalog = new DatabaseCatalog(connection);
        DatabaseCatalog.Database original = catalog.find(source)
                .orElseThrow(() -> new SQLException("There is no database " + source + " to copy.", "3D000"));
        copyFiles(connection, catalog, original, name);
        finish(connection, name, () -> new DatabaseSettings(connection).copy(source, name));
        return original.bytes();
    }

    private static void copyFiles(
            Connection connection, DatabaseCatalog catalog, DatabaseCatalog.Database original, String name)
            throws SQLException {
        CopyStrategy strategy = CopyStrategy.of(catalog.copying(), original.bytes());
        if (strategy.clones()) {
            execute(connection, "SET file_copy_method = clone");
        }
        awaitEnding(catalog, original.name());
        try {
            execute(connection, strategy.statement(original, name));
        } catch (SQLException e) {
            if (!OBJECT_IN_USE.equals(e.getSQLState())) {
                throw e;
            }
            String who = String.join(", ", catalog.sessions(original.name()));
            throw new SQLException(
                    "Cannot copy " + original.name() + ": still connected to it " + who, OBJECT_IN_USE, e);
        }
    }

    /**
     * Sessions that were closed end a moment later. The server would sleep for a tenth of a second if it met one, and again;
     * whoever stays longer than that is left to it.
     */
    private static void awaitEnding(DatabaseCatalog catalog, String name) throws SQLException {
        long deadline = System.nanoTime() + MOMENT;
        while (catalog.isInUse(name) && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Marks a database that was just made; one that cannot be finished is removed while it is known to be ours. */
    private static void finish(Connection connection, String name, Step rest) throws SQLException {
        try {
            execute(connection, "COMMENT ON DATABASE " + quote(name) + " IS '" + DatabaseMarker.now() + "'");
            rest.run();
        } catch (SQLException e) {
            execute(connection, "DROP DATABASE " + quote(name));
            throw e;
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }

    @Override
    public void drop(DataSource maintenance, Collection<String> names) throws SQLException {
        try (Connection connection = maintenance.getConnection()) {
            drop(connection, names);
        }
    }

    static void drop(Connection connection, Collection<String> names) throws SQLException {
        @Nullable SQLException failure = null;
        for (String name : names) {
            try {
                drop(connection, name);
            } catch (SQLException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Optional<Newcomers> newcomers(DataSource maintenance, Predicate<String> ours) throws SQLException {
        return NewRoles.since(maintenance, ours);
    }

    @Override
    public Aside aside(DataSource maintenance, String with, String without) throws SQLException {
        return RolesAside.of(maintenance, with, without);
    }

    @Override
    public Databases unsynced() {
        return new UnsyncedDatabases(this);
    }

    private static void drop(Connection connection, String name) throws SQLException {
        Optional<DatabaseCatalog.Database> found = new DatabaseCatalog(connection).find(name);
        if (found.isPresent()) {
            requireMarker(found.get());
            execute(connection, "DROP DATABASE IF EXISTS " + quote(name) + " WITH (FORCE)");
        }
    }

    static void requireMarker(DatabaseCatalog.Database database) throws SQLException {
        if (!database.name().startsWith(PREFIX)
                || DatabaseMarker.parse(database.comment()).isEmpty()) {
            throw new SQLException("The database " + database.name()
                    + " was not made by Rehearsal (it lacks its marker), so it is not dropped.");
        }
    }

    private static void requireOurName(String name) {
        if (!name.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "Rehearsal makes databases whose names begin with " + PREFIX + ", not " + name);
        }
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "A database's name has at most " + LONGEST_NAME + " bytes, and this one more: " + name);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
