package dev.rehearsal.observe;

import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunSession.Transaction;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.SessionListener;
import dev.rehearsal.observe.Activities.Activity;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what migrating sessions do, and lets the observer look between their statements. What it costs is taken
 * off the migration's time. Called on the migration's own threads.
 */
final class Recorder implements RunEvents, SessionListener {
    private final Recording recording;
    private final Boundaries boundaries;
    private final Attribution attribution;
    private final Activities activities;
    private final Runnable wake;
    private final Predicate<String> limiting;
    private volatile BooleanSupplier runners = () -> true;
    private volatile boolean limited;

    Recorder(
            Recording recording,
            Boundaries boundaries,
            Attribution attribution,
            Activities activities,
            Signals signals) {
        this.recording = recording;
        this.boundaries = boundaries;
        this.attribution = attribution;
        this.activities = activities;
        this.wake = signals.wake();
        this.limiting = signals.limiting();
    }

    /**
     * What a recorder does beside recording.
     *
     * @param wake called whenever a session begins something
     * @param limiting whether a statement may say how long its session waits for a lock
     */
    record Signals(Runnable wake, Predicate<String> limiting) {}

    /** {@return whether a statement was sent that may say how long its session waits for a lock} */
    boolean limited() {
        return limited;
    }

    @Override
    public void beforeStatement(RunStatement statement, @Nullable RunSession session) {
        long called = System.nanoTime();
        limited = limited || limiting.test(statement.sql());
        if (session == null) {
            recording.note("a statement ran on a connection that was not opened through the watched data source");
            return;
        }
        recording.processors().stop(called, session.id());
        attribution.before(session);
        Long log = boundaries.before();
        boolean open = inTransaction(session);
        begin(session, new Activity(statement, true, pause(called, session), log, open));
    }

    @Override
    public void afterStatement(RunStatement statement, @Nullable RunSession session, boolean failed) {
        long end = System.nanoTime();
        Activity activity = session == null ? null : activities.of(session);
        if (session == null || activity == null) {
            return;
        }
        recording.processors().stop(end, session.id());
        activities.idle(session);
        Transaction now = transaction(session);
        Long log = boundaries.after(activity.start(), end);
        Span position = log == null || activity.log() == null ? null : new Span(activity.log(), log);
        Span time = new Span(activity.start(), end);
        long began = boundaries.began(session.id(), activity.start());
        boolean transactional = activity.inTransaction() || now != Transaction.NONE;
        finished(session, now, new RanStatement(statement, session.id(), time, began, position, transactional, failed));
        pause(end, session);
    }

    @Override
    public void untold(BooleanSupplier own) {
        runners = own;
    }

    @Override
    public SessionListener sessions() {
        return this;
    }

    @Override
    public void notMeasured(String what) {
        recording.note(what);
    }

    @Override
    public boolean wants(RunSession session) {
        Activity activity = activities.of(session);
        return activity == null || !activity.scripted();
    }

    @Override
    public void beforeUntold(RunSession session, String sql) {
        long called = System.nanoTime();
        limited = limited || limiting.test(sql);
        RunStatement statement = runners.getAsBoolean() ? null : new RunStatement("", 0, sql);
        boolean open = false;
        if (statement != null) {
            recording.processors().stop(called, session.id());
            attribution.before(session);
            open = inTransaction(session);
            pause(called, session);
        }
        begin(session, new Activity(statement, false, System.nanoTime(), null, open));
    }

    @Override
    public void afterUntold(RunSession session, boolean failed) {
        long end = System.nanoTime();
        Activity activity = activities.of(session);
        activities.idle(session);
        boundaries.stale();
        if (activity == null) {
            return;
        }
        Span time = new Span(activity.start(), end);
        if (activity.statement() == null) {
            recording.add(new Window(Window.Kind.STATEMENT, session.id(), time, null));
        } else {
            recording.processors().stop(end, session.id());
            Transaction now = transaction(session);
            boolean transactional = activity.inTransaction() || now != Transaction.NONE;
            finished(
                    session,
                    now,
                    new RanStatement(
                            activity.statement(), session.id(), time, time.from(), null, transactional, failed));
            pause(end, session);
        }
    }

    @Override
    public void ending(RunSession session, End how) {
        begin(session, new Activity(null, false, System.nanoTime(), null, true));
    }

    @Override
    public void ended(RunSession session, End how, boolean failed) {
        long end = System.nanoTime();
        recording.processors().stop(end, session.id());
        Activity activity = activities.of(session);
        if (how == End.CLOSE) {
            activities.gone(session);
        } else {
            activities.idle(session);
        }
        if (activity != null) {
            Span time = new Span(activity.start(), end);
            recording.add(new Window(Window.Kind.END_OF_TRANSACTION, session.id(), time, null));
        }
        boundaries.stale();
        boundaries.transactionEnded();
        attribution.transactionEnded();
        pause(end, session);
    }

    private void begin(RunSession session, Activity activity) {
        activities.busy(session, activity);
        wake.run();
    }

    private void finished(RunSession session, Transaction now, RanStatement ran) {
        recording.add(new Window(Window.Kind.STATEMENT, ran.session(), ran.time(), ran));
        boundaries.attribute(ran);
        attribution.after(session, ran);
        if (now == Transaction.NONE) {
            boundaries.transactionEnded();
        }
    }

    private long pause(long from, RunSession session) {
        long now = System.nanoTime();
        recording.timeline().pause(from, now);
        recording.processors().go(now, session.id());
        return now;
    }

    private static boolean inTransaction(RunSession session) {
        try {
            return session.transaction() != Transaction.NONE;
        } catch (SQLException e) {
            return false; // the statement will say so
        }
    }

    private Transaction transaction(RunSession session) {
        try {
            return session.transaction();
        } catch (SQLException e) {
            recording.note("whether a statement ran in a transaction is not known: " + e.getMessage());
            return Transaction.NONE;
        }
    }
}
