package dev.rehearsal.junit.stage;

import dev.rehearsal.scenario.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** The copies of one rung that were made ahead. Safe for use by several threads. */
final class Rung {
    private final Queue<Stage> ready = new ConcurrentLinkedQueue<>();

    @Nullable
    Stage take() {
        return ready.poll();
    }

    /** Adds a copy; the first connection to it is dear, and is made here. */
    void add(Stage copy) throws SQLException {
        try (Connection first = copy.dataSource().getConnection()) {
            first.isValid(0);
        }
        ready.add(copy);
    }
}
