package dev.rehearsal.scenario;

import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunStatement;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicBoolean;

/** Passes everything on, and does one thing when the first statement begins. */
final class FirstStatement implements RunEvents {
    private final RunEvents events;
    private final Runnable action;
    private final AtomicBoolean done = new AtomicBoolean();

    FirstStatement(RunEvents events, Runnable action) {
        this.events = events;
        this.action = action;
    }

    @Override
    public void beforeStatement(RunStatement statement, Connection connection) {
        if (done.compareAndSet(false, true)) {
            action.run();
        }
        events.beforeStatement(statement, connection);
    }

    @Override
    public void afterStatement(RunStatement statement, Connection connection, boolean failed) {
        events.afterStatement(statement, connection, failed);
    }
}
