package dev.rehearsal.observe;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.result.StatementEffects;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Attributes to each statement what it did. Where the looking would take longer than is worth it, or fails, it ends with
 * a note, and what follows is not attributed. Called on the migration's own threads.
 */
final class Attribution {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final StatementEffects NONE = new StatementEffects(List.of(), List.of(), Map.of());

    private final EffectView view;
    private final Recording recording;
    private final IdentityHashMap<RanStatement, StatementEffects> effects = new IdentityHashMap<>();
    private boolean wanted;
    private long spent;

    Attribution(EffectView view, Recording recording, boolean wanted) {
        this.view = view;
        this.recording = recording;
        this.wanted = wanted;
    }

    synchronized void before(RunSession session) {
        look(session, () -> view.before(session));
    }

    synchronized void after(RunSession session, RanStatement ran) {
        if (wanted && !ran.failed() && view.changedNothing(ran)) {
            effects.put(ran, NONE);
            return;
        }
        look(session, () -> {
            StatementEffects found = view.after(session, ran);
            if (found != null) {
                effects.put(ran, found);
            }
        });
    }

    synchronized void transactionEnded() {
        view.forget();
    }

    synchronized @Nullable StatementEffects of(RanStatement ran) {
        return effects.get(ran);
    }

    private void look(RunSession session, Look look) {
        if (!wanted) {
            return;
        }
        long start = System.nanoTime();
        try {
            look.run();
            spent += System.nanoTime() - start;
            if (spent > PATIENCE) {
                wanted = false;
                recording.note("the effects of the statements after the first " + effects.size()
                        + ": looking them up takes too long");
            }
        } catch (SQLException e) {
            wanted = false;
            recording.note("the effects of statements (session " + session.id() + "): " + e.getMessage());
        }
    }

    /** A look at the server. */
    @FunctionalInterface
    private interface Look {
        void run() throws SQLException;
    }
}
