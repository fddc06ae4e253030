package dev.rehearsal.sql;

import dev.rehearsal.dialect.Scripts;
import dev.rehearsal.dialect.Scripts.Control;
import dev.rehearsal.dialect.Scripts.Part;
import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunSessions;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.Transactions;
import dev.rehearsal.spi.Modules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends a file: as it is, in one message, as its tool does; or apart, one statement after the other, so that each can be
 * seen. Several statements in one message are one transaction, unless they end it themselves: so they are apart, too.
 *
 * @param scripts knows how the engine takes texts of several statements
 * @param apart whether statements are sent one by one
 */
record ScriptRun(Scripts scripts, boolean apart) {
    /** {@return null if all was sent, else why not} */
    @Nullable
    RunFailure send(Connection connection, Script script, RunEvents events) throws SQLException {
        List<Part> parts = scripts.parts(script.text());
        if (script.text().isBlank()) {
            return null; // the tool sends nothing either
        }
        if (parts.size() <= 1 || !apart) {
            return whole(connection, script, parts, events);
        }
        connection.setAutoCommit(false);
        RunFailure failure = null;
        try {
            for (Part part : parts) {
                failure = failure == null ? one(connection, script, part, events) : failure;
            }
        } finally {
            failure = ended(connection, script, failure);
        }
        return failure;
    }

    /** In one message nothing is known of where one statement ends and the next begins. */
    private @Nullable RunFailure whole(Connection connection, Script script, List<Part> parts, RunEvents events) {
        RunStatement told = parts.size() == 1
                ? statement(script, parts.get(0))
                : new RunStatement(
                        script.name(),
                        0,
                        "-- " + parts.size() + " statements in one message, not timed one by one\n" + script.text());
        return send(connection, told, new Sent(script, 0, script.text()), events);
    }

    private @Nullable RunFailure one(Connection connection, Script script, Part part, RunEvents events) {
        return send(connection, statement(script, part), new Sent(script, part.offset(), part.sql()), events);
    }

    private @Nullable RunFailure send(Connection connection, RunStatement told, Sent sent, RunEvents events) {
        events.beforeStatement(told, RunSessions.of(connection));
        boolean failed = true;
        try {
            scripts.send(connection, sent.text);
            failed = false;
            return null;
        } catch (SQLException e) {
            return failure(e, told, sent);
        } finally {
            events.afterStatement(told, RunSessions.of(connection), failed);
        }
    }

    private RunFailure failure(SQLException thrown, RunStatement told, Sent sent) {
        boolean one = scripts.parts(sent.text).size() == 1; // of several it is not known which one it was
        Fault fault = fault(thrown, one ? told.sql() : null);
        int line = fault.position() == 0 ? told.line() : sent.lineAt(fault.position());
        return new RunFailure(fault, told.script(), line, told.sql());
    }

    /** {@return what an error means to the engine whose error it is} */
    static Fault fault(SQLException thrown, @Nullable String sql) {
        return Modules.fault(thrown, sql)
                .orElseGet(() -> Fault.unknown(
                        Objects.requireNonNullElse(thrown.getMessage(), thrown.toString()),
                        thrown.getSQLState(),
                        null));
    }

    /** What the server only finds when it commits belongs to no statement. */
    private @Nullable RunFailure ended(Connection connection, Script script, @Nullable RunFailure failure)
            throws SQLException {
        try {
            if (failure == null) {
                connection.commit();
            } else {
                connection.rollback();
            }
            connection.setAutoCommit(true);
            return failure;
        } catch (SQLException e) {
            if (failure != null) {
                return failure; // the connection is lost, as the failure says
            }
            connection.rollback();
            connection.setAutoCommit(true);
            return new RunFailure(fault(e, null), script.name(), 0, null);
        }
    }

    static RunStatement statement(Script script, Part part) {
        return new RunStatement(script.name(), script.lineAt(part.offset()), part.sql());
    }

    /** {@return in which transactions a file's statements run} */
    static Transactions transactions(List<Part> parts) {
        if (parts.size() <= 1) {
            return Transactions.NONE;
        }
        List<Part> inner = parts.subList(1, parts.size() - 1);
        boolean wrapped = parts.get(0).control() == Control.BEGINS
                && parts.get(parts.size() - 1).control() == Control.ENDS
                && none(inner);
        return none(parts) || wrapped ? Transactions.ONE : Transactions.UNKNOWN;
    }

    private static boolean none(List<Part> parts) {
        return parts.stream().allMatch(part -> part.control() == Control.NONE);
    }

    /** A text as it is sent, and where in its script it begins. */
    private record Sent(Script script, int offset, String text) {
        /** The server counts characters from 1. */
        int lineAt(int position) {
            int before = Math.min(position - 1, text.codePointCount(0, text.length()));
            return script.lineAt(offset + text.offsetByCodePoints(0, before));
        }
    }
}
