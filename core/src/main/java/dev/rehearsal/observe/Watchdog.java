package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.observe.Activities.Activity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;

/**
 * Ends what does not end: a statement beyond its time is cancelled, then its session is ended, then its connection is
 * cut, five seconds apart. Uses a connection of its own, for the observer's may be what hangs. Called by one thread.
 */
final class Watchdog {
    private static final long GRACE = TimeUnit.SECONDS.toNanos(5);

    private final Activities activities;
    private final Watching watching;
    private final long limit;
    private final Recording recording;
    private final HashMap<Activity, Integer> steps = new HashMap<>();
    private volatile boolean acted;

    Watchdog(Activities activities, Watching watching, Duration limit, Recording recording) {
        this.activities = activities;
        this.watching = watching;
        this.limit = limit.toNanos();
        this.recording = recording;
    }

    boolean acted() {
        return acted;
    }

    void check(long now) {
        activities.all().forEach((session, activity) -> {
            int step = steps.getOrDefault(activity, 0);
            if (step < 3 && now - activity.start() > limit + step * GRACE) {
                steps.put(activity, step + 1);
                act(session, activity, step);
            }
        });
    }

    private void act(RunSession session, Activity activity, int step) {
        acted = true;
        try {
            switch (step) {
                case 0 -> signal(session, activity, watching::cancel);
                case 1 -> signal(session, activity, watching::terminate);
                default -> session.abort();
            }
        } catch (SQLException e) {
            recording.note("a statement that did not end could not be cancelled: " + e.getMessage());
        }
    }

    private void signal(RunSession session, Activity activity, Signal signal) throws SQLException {
        try (Connection connection = watching.looking().getConnection()) {
            if (activity.equals(activities.of(session))) {
                signal.send(connection, session.id());
            }
        }
    }

    /** What is done to a session from another one. */
    @FunctionalInterface
    private interface Signal {
        void send(Connection connection, long session) throws SQLException;
    }
}
