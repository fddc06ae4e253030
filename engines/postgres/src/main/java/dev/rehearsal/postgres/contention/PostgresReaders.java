package dev.rehearsal.postgres.contention;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Readers;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.postgresql.ds.PGSimpleDataSource;

/** Holds ACCESS SHARE as a SELECT does that is part of a long transaction. Stateless; safe for use by threads. */
public final class PostgresReaders implements Readers {
    private static final String OPEN =
            "SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = '30s'";
    private static final int SECONDS_TO_CONNECT = 10;

    /** Makes one. */
    public PostgresReaders() {}

    @Override
    public Reading read(DatabaseAddress database, Collection<QualifiedName> tables) throws SQLException {
        Connection connection = source(database).getConnection();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(OPEN);
            for (QualifiedName table : tables) {
                statement.execute("SELECT 1 FROM " + SqlNames.quote(table) + " LIMIT 1");
            }
            return new OpenReading(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static PGSimpleDataSource source(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName("rehearsal-reader");
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setSocketTimeout(60);
        return source;
    }
}
