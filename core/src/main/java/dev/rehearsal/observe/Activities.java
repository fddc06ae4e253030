package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What each migrating session is doing right now. Written by the threads that migrate, read by others. */
final class Activities {
    private final Map<RunSession, Activity> now = new ConcurrentHashMap<>();
    private final Set<RunSession> seen = ConcurrentHashMap.newKeySet();

    void busy(RunSession session, Activity activity) {
        seen.add(session);
        now.put(session, activity);
    }

    void idle(RunSession session) {
        now.remove(session);
    }

    /** It will do nothing any more. */
    void gone(RunSession session) {
        now.remove(session);
        seen.remove(session);
    }

    /** {@return all that have done something and are not gone} */
    Set<RunSession> sessions() {
        return seen;
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
     * @param log the position in the server's log before; null if not looked at
     * @param inTransaction whether a transaction was under way before it
     */
    record Activity(
            @Nullable RunStatement statement,
            boolean scripted,
            long start,
            @Nullable Long log,
            boolean inTransaction) {}
}
