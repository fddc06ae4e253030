package dev.rehearsal.scenario;

import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Passes everything on, and does one thing when the first statement begins. */
final class FirstStatement extends PassedOn {
    private final Runnable action;
    private final AtomicBoolean done = new AtomicBoolean();

    FirstStatement(RunEvents events, Runnable action) {
        super(events);
        this.action = action;
    }

    @Override
    public void beforeStatement(RunStatement statement, @Nullable RunSession session) {
        if (done.compareAndSet(false, true)) {
            action.run();
        }
        super.beforeStatement(statement, session);
    }
}
