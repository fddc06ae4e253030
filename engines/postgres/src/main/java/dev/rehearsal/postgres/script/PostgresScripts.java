package dev.rehearsal.postgres.script;

import dev.rehearsal.dialect.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * One message of the simple protocol holds any number of statements, which run in one implicit transaction unless they
 * say otherwise. Left alone, the driver cuts a text itself and sends each statement in messages of its own.
 */
public final class PostgresScripts implements Scripts {
    /** Makes one. */
    public PostgresScripts() {}

    @Override
    public List<Part> parts(String text) {
        return new StatementCutter(text).parts();
    }

    @Override
    public void send(Connection connection, String text) throws SQLException {
        QueryExecutor executor = connection.unwrap(BaseConnection.class).getQueryExecutor();
        PreferQueryMode usual = executor.getPreferQueryMode();
        executor.setPreferQueryMode(PreferQueryMode.SIMPLE);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(text);
        } finally {
            executor.setPreferQueryMode(usual);
        }
    }
}
