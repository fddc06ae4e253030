package dev.rehearsal.command;

import dev.rehearsal.dialect.Scripts.Control;
import dev.rehearsal.dialect.Wire.Listener;
import dev.rehearsal.dialect.Wire.Sent;
import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.SessionListener.End;
import dev.rehearsal.spi.Modules;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Tells of the statements of one step: which are the migration's, where they stand in its script, and what failed. */
final class Heard implements Listener {
    private final ToolStatements statements;
    private final Places places;
    private final RunEvents events;
    private final Map<RunSession, Told> now = new ConcurrentHashMap<>();
    private final AtomicInteger told = new AtomicInteger();
    private volatile @Nullable RunFailure failure;
    private volatile @Nullable RunFailure own;

    Heard(ToolStatements statements, Places places, RunEvents events) {
        this.statements = statements;
        this.places = places;
        this.events = events;
    }

    /** {@return how many statements were the migration's} */
    int told() {
        return told.get();
    }

    /** {@return the last of the migration's that failed; null if none did} */
    @Nullable
    RunFailure failure() {
        return failure;
    }

    /** {@return the last of all that failed; null if none did} */
    @Nullable
    RunFailure anyFailure() {
        return failure == null ? own : failure;
    }

    @Override
    public void before(Sent sent, RunSession session) {
        if (sent.is(Control.ENDS)) {
            events.sessions().ending(session, end(sent));
            return;
        }
        int offset = statements.names(sent.sql()) ? -1 : places.find(sent.sql());
        if (offset < 0 && statements.own(sent.sql())) {
            events.sessions().beforeUntold(session, sent.sql());
            return;
        }
        Told one = new Told(statement(sent, offset), offset);
        now.put(session, one);
        told.incrementAndGet();
        events.beforeStatement(one.statement, session);
    }

    private RunStatement statement(Sent sent, int offset) {
        int line = offset < 0 ? 0 : places.script().lineAt(offset);
        int count = sent.controls().size();
        String sql = count < 2
                ? sent.sql()
                : "-- " + count + " statements in one message, not timed one by one\n" + sent.sql();
        return new RunStatement(places.script().name(), line, sql);
    }

    @Override
    public void after(Sent sent, RunSession session, @Nullable SQLException error) {
        if (sent.is(Control.ENDS)) {
            events.sessions().ended(session, end(sent), error != null);
            if (error != null) {
                failure = new RunFailure(fault(error, null), places.script().name(), 0, null);
            }
            return;
        }
        Told one = now.remove(session);
        if (one == null) {
            events.sessions().afterUntold(session, error != null);
            if (error != null) {
                own = new RunFailure(fault(error, sent.sql()), places.script().name(), 0, sent.sql());
            }
        } else {
            events.afterStatement(one.statement, session, error != null);
            if (error != null) {
                failure = failure(one, sent, error);
            }
        }
    }

    private RunFailure failure(Told one, Sent sent, SQLException error) {
        Fault fault = fault(error, sent.controls().size() == 1 ? sent.sql() : null);
        int line = one.statement.line();
        if (line > 0 && fault.position() > 0) {
            line += (int) sent.sql()
                    .codePoints()
                    .limit(fault.position() - 1L)
                    .filter(c -> c == '\n')
                    .count();
        }
        return new RunFailure(fault, one.statement.script(), line, one.statement.sql());
    }

    private static Fault fault(SQLException error, @Nullable String sql) {
        return Modules.fault(error, sql)
                .orElseGet(() -> Fault.unknown(
                        Objects.requireNonNullElse(error.getMessage(), error.toString()), error.getSQLState(), null));
    }

    private static End end(Sent sent) {
        String word = sent.sql().toUpperCase(Locale.ROOT);
        return word.startsWith("ROLLBACK") || word.startsWith("ABORT") ? End.ROLLBACK : End.COMMIT;
    }

    @Override
    public void unseen(Sent sent) {
        events.notMeasured("locks, stalls and effects of " + sent.controls().size()
                + " statements that were sent before the one before them had ended");
    }

    @Override
    public void closing(RunSession session, boolean closed) {
        if (closed) {
            events.sessions().ended(session, End.CLOSE, false);
        } else {
            events.sessions().ending(session, End.CLOSE);
        }
    }

    /** What is under way in a session, and where it stands; -1 if that is not known. */
    private record Told(RunStatement statement, int offset) {}
}
