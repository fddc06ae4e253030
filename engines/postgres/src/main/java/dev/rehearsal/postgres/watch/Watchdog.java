package dev.rehearsal.postgres.watch;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.postgres.watch.Activities.Activity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Ends what does not end: a statement beyond its time is cancelled, then its session is ended, then its connection is
 * cut, five seconds apart. Uses a connection of its own, for the observer's may be what hangs. Called by one thread.
 */
final class Watchdog {
    private static final long GRACE = TimeUnit.SECONDS.toNanos(5);

    private final Activities activities;
    private final DataSource server;
    private final long limit;
    private final Recording recording;
    private final HashMap<Activity, Integer> steps = new HashMap<>();
    private volatile boolean acted;

    Watchdog(Activities activities, DataSource server, Duration limit, Recording recording) {
        this.activities = activities;
        this.server = server;
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
                case 0 -> signal(session, activity, "SELECT pg_cancel_backend(?::int8::int4)");
                case 1 -> signal(session, activity, "SELECT pg_terminate_backend(?::int8::int4)");
                default -> session.abort();
            }
        } catch (SQLException e) {
            recording.note("a statement that did not end could not be cancelled: " + e.getMessage());
        }
    }

    private void signal(RunSession session, Activity activity, String sql) throws SQLException {
        try (Connection connection = server.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, session.id());
            if (activity.equals(activities.of(session))) {
                statement.execute();
            }
        }
    }
}
