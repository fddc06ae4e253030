package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.seed.Task.Way;
import java.sql.SQLException;
import java.util.Optional;

/** Tries to fill in the cheapest way first; what the server refuses decides the next way. */
final class Attempts {
    private final TableFiller filler;

    Attempts(TableFiller filler) {
        this.filler = filler;
    }

    /** {@return how many rows were made or changed; at least as many as there is room for, or it is an error} */
    long fill(Task task) throws SQLException, UnfillableException {
        Way way = new Way(false, task.profile().edges(), false, task.rows());
        while (true) {
            try {
                return filler.fill(task.by(way));
            } catch (SQLException e) {
                Way refused = way;
                way = next(refused, e).orElseThrow(() -> e);
            }
        }
    }

    private static Optional<Way> next(Way way, SQLException refusal) {
        String state = refusal.getSQLState() == null ? "" : refusal.getSQLState();
        boolean collides = state.equals("23505") || state.equals("23P01");
        boolean refuses = state.equals("23514");
        if (refuses && !way.trial()) {
            return Optional.of(new Way(true, way.edges(), way.skip(), way.rows()));
        } else if (collides && !way.skip()) {
            return Optional.of(new Way(way.trial(), false, true, way.rows()));
        } else if (!refuses && !collides && state.startsWith("2") && way.edges()) {
            return Optional.of(new Way(way.trial(), false, way.skip(), way.rows()));
        }
        return Optional.empty();
    }
}
