package dev.rehearsal.it;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A PostgreSQL of the test's own, as a user's disposable server would be. */
final class LocalServer implements AutoCloseable {
    /** A role as the documentation asks for: no superuser. */
    private static final String USER = "rehearser";

    private static final String PASSWORD = "a-password-of-the-test";

    private final EmbeddedPostgres postgres;

    private LocalServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static LocalServer start() {
        try {
            LocalServer server = new LocalServer(EmbeddedPostgres.start());
            server.execute("CREATE ROLE " + USER + " LOGIN CREATEDB PASSWORD '" + PASSWORD + "'");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return url("postgres");
    }

    /** {@return the address of a new database that belongs to the user} */
    String newDatabase(String name) {
        execute("CREATE DATABASE " + name + " OWNER " + USER);
        return url(name);
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + database;
    }

    String user() {
        return USER;
    }

    String password() {
        return PASSWORD;
    }

    private void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            close();
            throw new IllegalStateException(e);
        }
    }

    List<String> databases() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT datname FROM pg_database")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
