package dev.rehearsal.it;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** A Java callback of a project that fails, at its second migration, with what no one expects. */
public final class ThrowingCallback extends BaseCallback {
    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        if (context.getMigrationInfo().getScript().startsWith("V2")) {
            throw new StackOverflowError("a step too far");
        }
    }
}
