package dev.rehearsal.scenario;

import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Passes everything on, and remembers which statement ran when. Safe for use by several threads. */
final class StatementClock extends PassedOn {
    private final ConcurrentSkipListMap<Long, RunStatement> begun = new ConcurrentSkipListMap<>();

    StatementClock(RunEvents events) {
        super(events);
    }

    /** {@return the last statement that was begun at a moment of {@link System#nanoTime()}; null if none was} */
    @Nullable
    RunStatement at(long nanos) {
        Map.Entry<Long, RunStatement> last = begun.floorEntry(nanos);
        return last == null ? null : last.getValue();
    }

    /** {@return all that were begun, in order} */
    List<RunStatement> all() {
        return List.copyOf(begun.values());
    }

    @Override
    public void beforeStatement(RunStatement statement, @Nullable RunSession session) {
        begun.put(System.nanoTime(), statement);
        super.beforeStatement(statement, session);
    }
}
