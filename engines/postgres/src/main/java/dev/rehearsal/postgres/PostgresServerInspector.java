package dev.rehearsal.postgres;

import static dev.rehearsal.postgres.naming.SqlNames.quote;

import dev.rehearsal.database.RunOwner;
import dev.rehearsal.provider.server.ServerInspector;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a PostgreSQL that is not ours who we are there, and clears what killed rehearsals left on it. */
public final class PostgresServerInspector implements ServerInspector {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresServerInspector.class);
    private static final Duration ABANDONED_ELSEWHERE = Duration.ofHours(6);
    private static final String USER = """
            SELECT rolname, rolsuper, rolcreatedb, pg_is_in_recovery(), current_setting('server_version_num')::int
            FROM pg_catalog.pg_roles WHERE rolname = current_user
            """;

    @Override
    public ServerUser user(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(USER)) {
            row.next();
            return new ServerUser(
                    row.getString(1), row.getBoolean(2), row.getBoolean(3), row.getBoolean(4), row.getInt(5));
        }
    }

    @Override
    public List<String> dropAbandoned(Connection connection) throws SQLException {
        List<String> dropped = new ArrayList<>();
        dropped.addAll(drop(connection, marker -> marker.owner().isGone(), " WITH (FORCE)"));
        // of another machine's process nothing is known: a session on the database keeps it
        dropped.addAll(drop(connection, PostgresServerInspector::isOldAndElsewhere, ""));
        return dropped;
    }

    @Override
    public void dropOwn(Connection connection) throws SQLException {
        RunOwner self = RunOwner.current();
        drop(connection, marker -> marker.owner().equals(self), " WITH (FORCE)");
    }

    private static boolean isOldAndElsewhere(DatabaseMarker marker) {
        return !marker.owner().isOfThisMachine()
                && marker.made().isBefore(Instant.now().minus(ABANDONED_ELSEWHERE));
    }

    private static List<String> drop(Connection connection, Predicate<DatabaseMarker> which, String how)
            throws SQLException {
        List<String> dropped = new ArrayList<>();
        for (DatabaseCatalog.Database database : new DatabaseCatalog(connection).ours(PostgresDatabases.PREFIX)) {
            Optional<DatabaseMarker> marker = DatabaseMarker.parse(database.comment());
            if (marker.filter(which).isPresent() && tryToDrop(connection, database.name(), how)) {
                dropped.add(database.name());
            }
        }
        return dropped;
    }

    /** Another run may be clearing at the same time, and somebody may look at a database: neither stops this run. */
    private static boolean tryToDrop(Connection connection, String name, String how) {
        try {
            PostgresDatabases.execute(connection, "DROP DATABASE " + quote(name) + how);
            return true;
        } catch (SQLException e) {
            LOG.debug("The database {} stays until the next run", name, e);
            return false;
        }
    }
}
