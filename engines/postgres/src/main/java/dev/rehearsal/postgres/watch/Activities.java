package dev.rehearsal.postgres.watch;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What each migrating session is doing right now. Written by the threads that migrate, read by others. */
final class Activities {
    private final Map<RunSession, Activity> now = new ConcurrentHashMap<>();

    void busy(RunSession session, Activity activity) {
        now.put(session, activity);
    }

    void idle(RunSession session) {
        now.remove(session);
    }

    @Nullable
    Activity of(RunSession session) {
        return now.get(session);
    }

    /** {@return all that are busy} */
    Map<RunSession, Activity> all() {
        return now;
    }

    /**
     * What a session is doing.
     *
     * @param statement of the script or of Java code; null for the runner's own and for ends of transactions
     * @param scripted whether the runner told of it
     * @param start when it was sent
     * @param wal the position in the write-ahead log before; null if not looked at
     * @param inTransaction whether a transaction was under way before it
     */
    record Activity(
            @Nullable RunStatement statement,
            boolean scripted,
            long start,
            @Nullable Long wal,
            boolean inTransaction) {}
}
