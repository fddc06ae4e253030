package dev.rehearsal.junit.stage;

import dev.rehearsal.scenario.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The copies of one template that were made ahead. Safe for use by several threads. */
final class TemplateCopies {
    private final Queue<Stage> ready = new ArrayDeque<>();
    private boolean making;

    /** {@return a copy, once one that is being made is there; null if there is none} */
    synchronized @Nullable Stage take() {
        try {
            while (ready.isEmpty() && making) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ready.poll();
    }

    /** Says that a copy is being made: it is there sooner than another one that is begun now. */
    synchronized void begin() {
        making = true;
    }

    /** Adds what was made; the first connection to it is dear, and is made here. */
    void add(Stage copy) throws SQLException {
        try (Connection first = copy.dataSource().getConnection()) {
            first.isValid(0);
        }
        synchronized (this) {
            ready.add(copy);
        }
    }

    /** Says that nothing is being made any more. */
    synchronized void end() {
        making = false;
        notifyAll();
    }
}
