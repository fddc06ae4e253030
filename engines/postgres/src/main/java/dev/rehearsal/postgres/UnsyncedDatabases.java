package dev.rehearsal.postgres;

import dev.rehearsal.dialect.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import javax.sql.DataSource;

/**
 * Makes, copies and removes databases on a server that does not sync meanwhile.
 *
 * @param databases the same on a server that syncs as it does
 */
record UnsyncedDatabases(PostgresDatabases databases) implements Databases {
    @Override
    public ServerFacts facts(DataSource maintenance) throws SQLException {
        return databases.facts(maintenance);
    }

    @Override
    public void create(DataSource maintenance, String name) throws SQLException {
        meanwhile(maintenance, connection -> {
            PostgresDatabases.create(connection, name);
            return true;
        });
    }

    @Override
    public long copy(DataSource maintenance, String source, String name) throws SQLException {
        return meanwhile(maintenance, connection -> PostgresDatabases.copy(connection, source, name));
    }

    @Override
    public void drop(DataSource maintenance, Collection<String> names) throws SQLException {
        meanwhile(maintenance, connection -> {
            PostgresDatabases.drop(connection, names);
            return true;
        });
    }

    /** That it does not sync again matters more than what the work may have failed with. */
    private static <T> T meanwhile(DataSource maintenance, Work<T> work) throws SQLException {
        Unsynced unsynced = Unsynced.on(maintenance);
        try {
            return work.on(unsynced.connection());
        } finally {
            unsynced.close();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
