package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.seed.TableFiller.Made;
import dev.rehearsal.postgres.seed.Task.Way;
import java.sql.SQLException;
import java.util.Optional;

/** Tries to fill in the cheapest way first; what the server refuses decides the next way. */
final class Attempts {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String UNDEFINED_FUNCTION = "42883";

    private final TableFiller filler;
    private final boolean streams;

    Attempts(TableFiller filler, boolean streams) {
        this.filler = filler;
        this.streams = streams;
    }

    /** {@return what was made or changed} */
    Made fill(Task task) throws SQLException, UnfillableException {
        return fill(task, streams);
    }

    /** {@return what was made in this session alone, which may be in the middle of a transaction} */
    Made fillHere(Task task) throws SQLException, UnfillableException {
        return fill(task, false);
    }

    private Made fill(Task task, boolean streaming) throws SQLException, UnfillableException {
        Way way = new Way(false, task.profile().edges(), false, streaming, task.rows());
        while (true) {
            try {
                return filler.fill(task.by(way));
            } catch (SQLException e) {
                Way refused = way;
                way = next(refused, e).orElseThrow(() -> e);
            }
        }
    }

    /** {@return whether a row has the key of another} */
    static boolean collides(SQLException refusal) {
        return "23505".equals(refusal.getSQLState()) || "23P01".equals(refusal.getSQLState());
    }

    private static Optional<Way> next(Way way, SQLException refusal) {
        String state = refusal.getSQLState() == null ? "" : refusal.getSQLState();
        boolean collides = collides(refusal);
        boolean refuses = state.equals("23514");
        // Own expressions may wait for the very table that is written, and a few types know no binary form.
        if (way.streams() && (state.equals(LOCK_NOT_AVAILABLE) || state.equals(UNDEFINED_FUNCTION))) {
            return Optional.of(new Way(way.trial(), way.edges(), way.skip(), false, way.rows()));
        } else if (refuses && !way.trial()) {
            return Optional.of(new Way(true, way.edges(), way.skip(), way.streams(), way.rows()));
        } else if (collides && !way.skip()) {
            return Optional.of(new Way(way.trial(), false, true, false, way.rows()));
        } else if (!refuses && !collides && state.matches("(2|0A|P0).*") && way.edges()) {
            return Optional.of(new Way(way.trial(), false, way.skip(), way.streams(), way.rows()));
        }
        return Optional.empty();
    }
}
