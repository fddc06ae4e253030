package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A session that is watched through its connection. */
final class JdbcSession implements RunSession {
    private final Connection raw;
    private final DriverSessions driver;
    private final long id;

    JdbcSession(Connection fresh, DriverSessions driver) throws SQLException {
        this.raw = fresh;
        this.driver = driver;
        this.id = driver.id(fresh);
    }

    Connection raw() {
        return raw;
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public Transaction transaction() throws SQLException {
        return driver.transaction(raw);
    }

    @Override
    public <T> List<T> ask(String question, Reader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (Statement statement = raw.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            while (answer.next()) {
                rows.add(reader.of(answer::getString));
            }
        }
        return rows;
    }

    @Override
    public void abort() throws SQLException {
        raw.abort(Runnable::run);
    }
}
