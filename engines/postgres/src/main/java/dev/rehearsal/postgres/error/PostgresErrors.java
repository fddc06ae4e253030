package dev.rehearsal.postgres.error;

import dev.rehearsal.dialect.Errors;
import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.Fault.Concerned;
import dev.rehearsal.migration.Fault.Kind;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads what the driver throws: the fields that the server sends with an error, and never its words. */
public final class PostgresErrors implements Errors {
    /** Makes one. */
    public PostgresErrors() {}

    @Override
    public Optional<Fault> fault(Throwable thrown, @Nullable String sql) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refusal) {
                return Optional.of(fault(refusal, sql));
            }
        }
        return Optional.empty();
    }

    @Override
    public @Nullable String code(Kind kind) {
        return SqlStates.code(kind);
    }

    @Override
    public Fault askable(Fault fault, DataSource before) throws SQLException {
        QualifiedName table = fault.concerned().relation();
        String question = fault.question();
        if (table == null || question == null || isAnswered(question, table, before)) {
            return fault;
        }
        return new Fault(
                fault.kind(),
                fault.message(),
                fault.code(),
                fault.detail(),
                fault.position(),
                fault.concerned(),
                RejectedRows.anyAtAll(table),
                null);
    }

    /** Names without a schema stand beside the table. */
    private static boolean isAnswered(String question, QualifiedName table, DataSource before) throws SQLException {
        try (Connection connection = before.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setMaxRows(1);
            try {
                statement.execute("SET TRANSACTION READ ONLY");
                statement.execute("SET LOCAL search_path = " + SqlNames.quote(table.schema()) + ", public");
                statement.execute(question);
                return true;
            } catch (SQLException refused) {
                return SqlStates.kind(refused.getSQLState()) != Kind.OBJECT_MISSING;
            } finally {
                connection.rollback();
            }
        }
    }

    private static Fault fault(PSQLException refusal, @Nullable String sql) {
        String code = refusal.getSQLState();
        Kind kind = sql != null && SqlStates.isNoDatabase(code) ? Kind.DATABASE_MISSING : SqlStates.kind(code);
        ServerErrorMessage server = refusal.getServerErrorMessage();
        if (server == null) {
            String told = Objects.requireNonNullElse(refusal.getMessage(), refusal.toString());
            return new Fault(kind, told, code, null, 0, Concerned.NOTHING, null, null);
        }
        String message = Objects.requireNonNullElse(server.getMessage(), refusal.toString());
        Concerned concerned = concerned(server);
        String question = RejectedRows.question(kind, concerned, server, sql);
        return new Fault(
                kind,
                message,
                code,
                detail(server),
                server.getPosition(),
                concerned,
                question,
                question == null ? null : RejectedRows.assumption(kind, concerned, server.getDetail(), sql));
    }

    private static Concerned concerned(ServerErrorMessage server) {
        String schema = server.getSchema();
        String table = server.getTable();
        return new Concerned(
                schema == null || table == null ? null : SqlNames.relation(schema, table),
                server.getColumn(),
                server.getConstraint());
    }

    private static @Nullable String detail(ServerErrorMessage server) {
        String detail = Stream.of(server.getDetail(), server.getHint(), server.getWhere())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return detail.isEmpty() ? null : detail;
    }
}
