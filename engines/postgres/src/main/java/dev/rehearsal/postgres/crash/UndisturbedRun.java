package dev.rehearsal.postgres.crash;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Crashes.Run;
import dev.rehearsal.dialect.Crashes.Told;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.SessionListener;
import dev.rehearsal.observe.MigratingSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the transactions of each statement, by asking the session itself before and after. */
final class UndisturbedRun implements Run, RunEvents, SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(UndisturbedRun.class);

    private final String script;
    private final MigratingSource source;
    private final List<Told> told = new ArrayList<>();
    private long before;

    UndisturbedRun(DatabaseAddress address, String script) {
        this.script = script;
        this.source = CrashConnections.watched(address, this);
    }

    @Override
    public void beforeStatement(RunStatement statement, @Nullable RunSession session) {
        if (statement.script().equals(script)) {
            before = transaction(session);
        }
    }

    /** In a transaction the number stays; without one, asking and the statement itself take one each. */
    @Override
    public void afterStatement(RunStatement statement, @Nullable RunSession session, boolean failed) {
        if (statement.script().equals(script)) {
            long transactions = failed ? 0 : transaction(session) - before - 1;
            told.add(new Told(statement, transactions > 1 && !Upkeep.is(statement.sql())));
        }
    }

    private static long transaction(@Nullable RunSession session) {
        if (session == null) {
            LOG.debug("A statement's transactions could not be counted: its session is not watched");
            return 0;
        }
        try {
            return Backend.transaction(session);
        } catch (SQLException e) {
            LOG.debug("A statement's transactions could not be counted: {}", e.getMessage());
            return 0;
        }
    }

    @Override
    public DataSource migrating() {
        return source;
    }

    @Override
    public RunEvents events() {
        return this;
    }

    @Override
    public List<Told> told() {
        return List.copyOf(told);
    }

    @Override
    public boolean happened() {
        return false;
    }

    @Override
    public void close() {
        CrashConnections.close(source);
    }
}
