package dev.rehearsal.mariadb.contention;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Readers;
import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds SHARED_READ as a SELECT does that is part of a long transaction. Stateless; safe for use by threads. */
public final class MariaDbReaders implements Readers {
    private static final Logger LOG = LoggerFactory.getLogger(MariaDbReaders.class);

    /** Makes one. */
    public MariaDbReaders() {}

    @Override
    public Reading read(DatabaseAddress database, Collection<QualifiedName> tables) throws SQLException {
        Connection connection = source(database).getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET SESSION lock_wait_timeout = 30");
            for (QualifiedName table : tables) {
                statement.execute("SELECT 1 FROM " + Names.quoted(table) + " LIMIT 1");
            }
            return () -> end(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static synchronized void end(Connection reader) {
        try (reader) {
            if (!reader.isClosed()) {
                reader.rollback();
            }
        } catch (SQLException e) {
            LOG.debug("A reader's transaction ended with its connection: {}", e.getMessage());
        }
    }

    @Override
    public boolean awaited(DataSource migrating) throws SQLException {
        return !WaitLimits.areSet(migrating);
    }

    private static DataSource source(DatabaseAddress address) throws SQLException {
        String url = address.url();
        MariaDbDataSource source = new MariaDbDataSource(
                url + (url.contains("?") ? "&" : "?") + "connectTimeout=10000&socketTimeout=60000");
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }
}
