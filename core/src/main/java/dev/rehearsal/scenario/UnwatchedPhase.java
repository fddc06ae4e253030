package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.StatementFacts;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A phase of which nothing is seen but what the runner tells: its statements, and how long each took. What else could be
 * wrong with it is not measured, and so it says. Safe for use by one runner and one reader.
 */
final class UnwatchedPhase implements Observation, RunEvents {
    private final DataSource database;
    private final long begin = System.nanoTime();
    private final List<StatementFacts> statements = new ArrayList<>();
    private final List<String> notMeasured = new ArrayList<>();
    private long sent;

    UnwatchedPhase(DataSource database, String reason) {
        this.database = database;
        notMeasured.add(
                "locks, stalls, the effects of statements, and the end of one that does not end by itself: " + reason);
    }

    @Override
    public DataSource migrating() {
        return database;
    }

    @Override
    public RunEvents events() {
        return this;
    }

    @Override
    public synchronized void beforeStatement(RunStatement statement, @Nullable RunSession session) {
        sent = System.nanoTime();
    }

    @Override
    public synchronized void afterStatement(RunStatement statement, @Nullable RunSession session, boolean failed) {
        statements.add(new StatementFacts(
                statement.script(),
                statement.line(),
                statement.sql(),
                millis(sent - begin),
                millis(System.nanoTime() - sent),
                null,
                null,
                failed));
    }

    @Override
    public synchronized void notMeasured(String what) {
        notMeasured.add(what);
    }

    @Override
    public synchronized PhaseFacts finish() {
        double first = statements.isEmpty() ? 0 : statements.get(0).startMs();
        return new PhaseFacts(
                statements.isEmpty() ? 0 : millis(System.nanoTime() - begin) - first,
                statements,
                null,
                null,
                false,
                notMeasured);
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }

    @Override
    public void close() {}
}
