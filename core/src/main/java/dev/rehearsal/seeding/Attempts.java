package dev.rehearsal.seeding;

import dev.rehearsal.seeding.SeedServer.Refusal;
import dev.rehearsal.seeding.Task.Way;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Tries to fill in the cheapest way first; what the server refuses decides the next way.
 *
 * @param server fills in one way
 */
record Attempts(SeedServer server) {
    /** {@return what was made or changed} */
    Made fill(Task task) throws SQLException, UnfillableException {
        return fill(task, server.streams());
    }

    /** {@return what was made in this session alone, which may be in the middle of a transaction} */
    Made fillHere(Task task) throws SQLException, UnfillableException {
        return fill(task, false);
    }

    private Made fill(Task task, boolean streaming) throws SQLException, UnfillableException {
        Way way = new Way(false, task.profile().edges(), false, streaming, task.rows());
        while (true) {
            try {
                return server.fill(task.by(way));
            } catch (SQLException e) {
                way = next(way, server.refusal(e)).orElseThrow(() -> e);
            }
        }
    }

    private static Optional<Way> next(Way way, Refusal refusal) {
        return Optional.ofNullable(
                switch (refusal) {
                    // Own expressions may wait for the very table that is written, and a few types know no binary form.
                    case OF_STREAM -> way.streams() ? way.inOneSession() : null;
                    case OF_CHECK -> way.trial() ? null : way.trying();
                    case OF_KEY -> way.skip() ? null : way.skipping();
                    case OF_VALUE -> way.edges() ? way.withoutEdges() : null;
                    case OTHER -> null;
                });
    }
}
