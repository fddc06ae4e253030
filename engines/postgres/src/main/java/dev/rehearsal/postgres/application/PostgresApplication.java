package dev.rehearsal.postgres.application;

import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Application;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.StatementRun.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs statements as a connection of the application would: prepared, with values of the types that the server told at
 * the version before. Stateless; safe for use by threads.
 */
public final class PostgresApplication implements Application {
    private static final int RUNS = 7;
    /** A slow statement is run fewer times, but at least once after it has warmed up. */
    private static final long ENOUGH = TimeUnit.MILLISECONDS.toNanos(500);

    private final Duration timeout;

    /**
     * Makes one.
     *
     * @param timeout when a statement that does not end is cancelled
     */
    public PostgresApplication(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public List<Bound> bind(DatabaseAddress database, List<ApplicationStatement> statements) throws SQLException {
        try (ApplicationSession session = ApplicationSession.open(database, timeout)) {
            List<Bound> bound = new ArrayList<>();
            for (ApplicationStatement statement : statements) {
                bound.add(bind(session, statement));
            }
            return bound;
        }
    }

    private static Bound bind(ApplicationSession session, ApplicationStatement statement) throws SQLException {
        try {
            return new Bound(statement, new Values(session, statement).parameters(), null);
        } catch (SQLException e) {
            return new Bound(statement, List.of(), session.failure(e));
        }
    }

    @Override
    public List<StatementRun> plan(DatabaseAddress database, Moment moment, List<Bound> statements)
            throws SQLException {
        try (ApplicationSession session = ApplicationSession.open(database, timeout)) {
            List<StatementRun> runs = new ArrayList<>();
            for (Bound bound : statements) {
                runs.add(plan(session, moment, bound));
            }
            return runs;
        }
    }

    private static StatementRun plan(ApplicationSession session, Moment moment, Bound bound) throws SQLException {
        if (bound.failure() != null) {
            return new StatementRun(moment, 0, 1, bound.failure(), null, null);
        }
        try {
            return new StatementRun(moment, 0, 0, null, null, session.plan(new Call(bound)));
        } catch (SQLException e) {
            return new StatementRun(moment, 0, 1, session.failure(e), null, null);
        }
    }

    @Override
    public List<StatementRun> run(DatabaseAddress database, Moment moment, List<Bound> statements) throws SQLException {
        try (ApplicationSession session = ApplicationSession.open(database, timeout)) {
            List<StatementRun> runs = new ArrayList<>();
            for (Bound bound : statements) {
                runs.add(bound.failure() == null ? run(session, moment, bound) : plan(session, moment, bound));
            }
            return runs;
        }
    }

    private static StatementRun run(ApplicationSession session, Moment moment, Bound bound) throws SQLException {
        Call call = new Call(bound);
        DurationTally tally = new DurationTally();
        Failure failure = null;
        try {
            session.run(call); // warms up: what the first run reads from disk is not the migration's fault
            long begin = System.nanoTime();
            while (tally.size() < RUNS && (tally.size() == 0 || System.nanoTime() - begin < ENOUGH)) {
                tally.add(session.run(call));
            }
        } catch (SQLException e) {
            failure = session.failure(e);
        }
        StatementRun plan = failure == null ? plan(session, moment, bound) : null;
        return new StatementRun(
                moment,
                tally.size() + (failure == null ? 0 : 1),
                failure == null ? 0 : 1,
                failure,
                tally.times(),
                plan == null ? null : plan.plan());
    }

    @Override
    public Traffic begin(DatabaseAddress database, Moment moment, List<Bound> statements) throws SQLException {
        RunningTraffic traffic = new RunningTraffic(database, moment, timeout);
        try {
            traffic.start(statements);
            return traffic;
        } catch (SQLException e) {
            traffic.close();
            throw e;
        }
    }
}
