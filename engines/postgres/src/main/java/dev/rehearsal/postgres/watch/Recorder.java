package dev.rehearsal.postgres.watch;

import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunStatement;
import java.lang.StackWalker.StackFrame;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what migrating sessions do, and lets the observer look between their statements. What it costs is taken
 * off the migration's time. Called on the migration's own threads.
 */
final class Recorder implements RunEvents {
    /** What a runner itself sends is not the migration's, nor what keeps its history right beside it. */
    private static final Pattern RUNNER = Pattern.compile("org\\.flywaydb\\..*|dev\\.rehearsal\\.(flyway|sql)\\.[^.]*");

    private final Recording recording;
    private final Boundaries boundaries;
    private final Attribution attribution;
    private final Runnable wake;

    Recorder(Recording recording, Boundaries boundaries, Attribution attribution, Runnable wake) {
        this.recording = recording;
        this.boundaries = boundaries;
        this.attribution = attribution;
        this.wake = wake;
    }

    @Override
    public void beforeStatement(RunStatement statement, Connection connection) {
        long called = System.nanoTime();
        WatchSession session = session(connection);
        if (session != null) {
            attribution.before(session);
            Long wal = boundaries.before();
            begin(session, new WatchSession.Activity(statement, true, pause(called), wal));
        }
    }

    @Override
    public void afterStatement(RunStatement statement, Connection connection, boolean failed) {
        long end = System.nanoTime();
        WatchSession session = session(connection);
        WatchSession.Activity activity = session == null ? null : session.activity();
        if (session == null || activity == null) {
            return;
        }
        session.idle();
        boolean transactional = transactional(session);
        Long wal = boundaries.after(activity.start(), end);
        Span position = wal == null || activity.wal() == null ? null : new Span(activity.wal(), wal);
        Span time = new Span(activity.start(), end);
        long began = boundaries.began(session.pid(), activity.start());
        finished(session, new RanStatement(statement, session.pid(), time, began, position, transactional, failed));
        pause(end);
    }

    /** {@return whether a statement that is about to be sent is not one that the runner has told of} */
    boolean untold(WatchSession session) {
        WatchSession.Activity activity = session.activity();
        return activity == null || !activity.scripted();
    }

    void beforeUntold(WatchSession session, String sql) {
        long called = System.nanoTime();
        RunStatement statement = callerIsRunner() ? null : new RunStatement("", 0, sql);
        if (statement != null) {
            attribution.before(session);
            pause(called);
        }
        begin(session, new WatchSession.Activity(statement, false, System.nanoTime(), null));
    }

    void afterUntold(WatchSession session, boolean failed) {
        long end = System.nanoTime();
        WatchSession.Activity activity = session.activity();
        session.idle();
        boundaries.stale();
        if (activity == null) {
            return;
        }
        Span time = new Span(activity.start(), end);
        if (activity.statement() == null) {
            recording.add(new Window(Window.Kind.STATEMENT, session.pid(), time, null));
        } else {
            finished(
                    session,
                    new RanStatement(
                            activity.statement(),
                            session.pid(),
                            time,
                            time.from(),
                            null,
                            transactional(session),
                            failed));
            pause(end);
        }
    }

    long ending(WatchSession session) {
        long start = System.nanoTime();
        begin(session, new WatchSession.Activity(null, false, start, null));
        return start;
    }

    void ended(WatchSession session, long start) {
        long end = System.nanoTime();
        session.idle();
        recording.add(new Window(Window.Kind.END_OF_TRANSACTION, session.pid(), new Span(start, end), null));
        boundaries.stale();
        boundaries.transactionEnded();
        attribution.transactionEnded();
        pause(end);
    }

    private void begin(WatchSession session, WatchSession.Activity activity) {
        session.busy(activity);
        wake.run();
    }

    private void finished(WatchSession session, RanStatement ran) {
        recording.add(new Window(Window.Kind.STATEMENT, ran.pid(), ran.time(), ran));
        boundaries.attribute(ran);
        attribution.after(session, ran);
        if (!ran.transactional()) {
            boundaries.transactionEnded();
        }
    }

    private long pause(long from) {
        long now = System.nanoTime();
        recording.timeline().pause(from, now);
        return now;
    }

    private @Nullable WatchSession session(Connection connection) {
        try {
            if (connection.isWrapperFor(WatchSession.Watched.class)) {
                return connection.unwrap(WatchSession.Watched.class).session();
            }
        } catch (SQLException e) {
            recording.note("the connection of a statement could not be told: " + e.getMessage());
        }
        recording.note("a statement ran on a connection that was not opened through the watched data source");
        return null;
    }

    private boolean transactional(WatchSession session) {
        try {
            return session.transactional();
        } catch (SQLException e) {
            recording.note("whether a statement ran in a transaction is not known: " + e.getMessage());
            return false;
        }
    }

    private static boolean callerIsRunner() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackFrame::getClassName)
                        .filter(name -> !name.startsWith("dev.rehearsal.postgres.watch.")
                                && !name.startsWith("jdk.")
                                && !name.startsWith("java."))
                        .findFirst()
                        .map(name -> RUNNER.matcher(name).matches())
                        .orElse(false));
    }
}
