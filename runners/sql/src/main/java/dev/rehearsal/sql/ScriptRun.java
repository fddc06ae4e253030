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
import dev.rehearsal.sql.Way.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message: as it is, as its tool does; or apart, one statement after the other, so that each can be seen. Several
 * statements in one message are one transaction, unless they end it themselves: so they are apart, too.
 *
 * @param scripts knows how the engine takes texts of several statements
 * @param apart whether statements are sent one by one
 */
record ScriptRun(Scripts scripts, boolean apart) {
    /** {@return null if all was sent, else why not} */
    @Nullable
    RunFailure send(Connection connection, Script script, Message message, RunEvents events) throws SQLException {
        List<Part> parts = scripts.parts(message.text());
        if (parts.isEmpty()) {
            return null; // comments alone do nothing
        }
        if (parts.size() == 1 || !apart) {
            return whole(connection, script, message, parts, events);
        }
        boolean own = connection.getAutoCommit();
        if (own) {
            connection.setAutoCommit(false);
        }
        RunFailure failure = null;
        try {
            for (Part part : parts) {
                failure = failure == null ? one(connection, script, message, part, events) : failure;
            }
        } finally {
            failure = own ? ended(connection, script, failure) : failure;
        }
        return failure;
    }

    /** In one message nothing is known of where one statement ends and the next begins. */
    private @Nullable RunFailure whole(
            Connection connection, Script script, Message message, List<Part> parts, RunEvents events) {
        RunStatement told = parts.size() == 1
                ? statement(script, message, parts.get(0))
                : new RunStatement(
                        script.name(),
                        0,
                        "-- " + parts.size() + " statements in one message, not timed one by one\n" + message.text());
        return send(connection, told, new Sent(script, message.offset(), message.text()), events);
    }

    private @Nullable RunFailure one(
            Connection connection, Script script, Message message, Part part, RunEvents events) {
        Sent sent = new Sent(script, message.offset() + part.offset(), part.sql());
        return send(connection, statement(script, message, part), sent, events);
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

    /**
     * Ends the transaction. What the server only finds when it commits belongs to no statement.
     *
     * @param failure why it must be rolled back; null to commit it
     * @return why it did not end well, or null
     */
    static @Nullable RunFailure ended(Connection connection, Script script, @Nullable RunFailure failure)
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

    /** {@return the statements of one direction, as they are told when they are sent apart} */
    List<RunStatement> statements(Way way) {
        List<RunStatement> all = new ArrayList<>();
        for (Message message : way.messages()) {
            scripts.parts(message.text()).forEach(part -> all.add(statement(way.script(), message, part)));
        }
        return all;
    }

    private static RunStatement statement(Script script, Message message, Part part) {
        return new RunStatement(script.name(), script.lineAt(message.offset() + part.offset()), part.sql());
    }

    /** {@return in which transactions one direction's statements run} */
    Transactions transactions(Way way, boolean together) {
        List<List<Part>> messages = way.messages().stream()
                .map(message -> scripts.parts(message.text()))
                .toList();
        boolean plain = messages.stream().allMatch(ScriptRun::none);
        if (way.transaction() || together) {
            return plain ? Transactions.ONE : Transactions.UNKNOWN;
        }
        if (messages.size() == 1) {
            return transactions(messages.get(0));
        }
        return plain && messages.stream().allMatch(parts -> parts.size() <= 1)
                ? Transactions.NONE
                : Transactions.UNKNOWN;
    }

    private static Transactions transactions(List<Part> parts) {
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
