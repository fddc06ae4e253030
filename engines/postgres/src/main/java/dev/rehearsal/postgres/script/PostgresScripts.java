package dev.rehearsal.postgres.script;

import dev.rehearsal.dialect.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.QueryExecutor;
import org.postgresql.jdbc.PreferQueryMode;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

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

    @Override
    public Refusal refusal(SQLException thrown) {
        ServerErrorMessage server = thrown instanceof PSQLException told ? told.getServerErrorMessage() : null;
        String said = server == null ? null : server.getMessage();
        String message = said == null ? Objects.requireNonNullElse(thrown.getMessage(), thrown.toString()) : said;
        if (server == null) {
            return new Refusal(message, null, 0);
        }
        String detail = Stream.of(server.getDetail(), server.getHint(), server.getWhere())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return new Refusal(message, detail.isEmpty() ? null : detail, server.getPosition());
    }
}
