package dev.rehearsal.testing;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.postgres.naming.SqlNames;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for all tests of a JVM, and a fresh database of it for each test that asks. */
public final class TestPostgres {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private TestPostgres() {}

    /** {@return the address of a new, empty database} */
    public static DatabaseAddress freshDatabase() {
        String name = "test_" + NEXT.incrementAndGet();
        run(address("postgres"), "CREATE DATABASE " + SqlNames.quote(name));
        return address(name);
    }

    /**
     * {@return the address of a database}
     *
     * @param name its name
     */
    public static DatabaseAddress address(String name) {
        String url = "jdbc:postgresql://localhost:" + Server.RUNNING.getPort() + "/" + name;
        return new DatabaseAddress(url, "postgres", "postgres");
    }

    /**
     * {@return a source of connections}
     *
     * @param address which database
     */
    public static DataSource connect(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    /**
     * Runs SQL, many statements if need be.
     *
     * @param address where
     * @param sql the statements
     */
    public static void run(DatabaseAddress address, String sql) {
        try (Connection connection = connect(address).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
