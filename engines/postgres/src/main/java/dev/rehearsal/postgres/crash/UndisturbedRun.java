package dev.rehearsal.postgres.crash;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Crashes.Run;
import dev.rehearsal.dialect.Crashes.Told;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts the transactions of each statement, by asking the session itself before and after. */
final class UndisturbedRun implements Run, RunEvents {
    private static final Logger LOG = LoggerFactory.getLogger(UndisturbedRun.class);

    private final String script;
    private final EndableSource source;
    private final List<Told> told = new ArrayList<>();
    private long before;

    UndisturbedRun(DatabaseAddress address, String script) {
        this.script = script;
        this.source = new EndableSource(address, EndableSource.Commits.IGNORED);
    }

    @Override
    public void beforeStatement(RunStatement statement, Connection connection) {
        if (statement.script().equals(script)) {
            before = transaction(connection);
        }
    }

    /** In a transaction the number stays; without one, asking and the statement itself take one each. */
    @Override
    public void afterStatement(RunStatement statement, Connection connection, boolean failed) {
        if (statement.script().equals(script)) {
            long transactions = failed ? 0 : transaction(connection) - before - 1;
            told.add(new Told(statement, transactions > 1 && !Upkeep.is(statement.sql())));
        }
    }

    private static long transaction(Connection connection) {
        try {
            return Backend.transaction(connection);
        } catch (SQLException e) {
            LOG.debug("A statement's transactions could not be counted: {}", e.getMessage());
            return 0;
        }
    }

    @Override
    public DataSource migrating() {
        return source.source();
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
        source.close();
    }
}
