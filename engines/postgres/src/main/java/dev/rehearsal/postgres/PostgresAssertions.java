package dev.rehearsal.postgres;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Assertions;
import dev.rehearsal.dialect.assertion.AssertedDatabase;
import dev.rehearsal.dialect.assertion.OpenSession;
import dev.rehearsal.postgres.assertion.PostgresAsserted;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** What the assertions of a test ask of PostgreSQL. Stateless; safe for use by threads. */
final class PostgresAssertions implements Assertions {
    @Override
    public AssertedDatabase ask(DataSource database) {
        return new PostgresAsserted(database);
    }

    @Override
    public List<OpenSession> sessions(DataSource maintenance, DatabaseAddress database) throws SQLException {
        PGSimpleDataSource parsed = new PGSimpleDataSource();
        parsed.setURL(database.url());
        try (Connection connection = maintenance.getConnection()) {
            return new DatabaseCatalog(connection).clients(parsed.getDatabaseName());
        }
    }
}
