package dev.rehearsal.scenario;

import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.SessionListener;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Passes everything on that a runner tells. */
class PassedOn implements RunEvents {
    private final RunEvents events;

    PassedOn(RunEvents events) {
        this.events = events;
    }

    @Override
    public void beforeStatement(RunStatement statement, @Nullable RunSession session) {
        events.beforeStatement(statement, session);
    }

    @Override
    public void afterStatement(RunStatement statement, @Nullable RunSession session, boolean failed) {
        events.afterStatement(statement, session, failed);
    }

    @Override
    public void untold(BooleanSupplier own) {
        events.untold(own);
    }

    @Override
    public void notMeasured(String what) {
        events.notMeasured(what);
    }

    @Override
    public SessionListener sessions() {
        return events.sessions();
    }

    @Override
    public void passedOver(String why) {
        events.passedOver(why);
    }
}
