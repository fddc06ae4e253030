package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Backfills;
import dev.rehearsal.dialect.Backfills.Halt;
import dev.rehearsal.dialect.Backfills.Rig;
import dev.rehearsal.dialect.Backfills.Write;
import dev.rehearsal.dialect.Backfills.Writer;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.WritesBeside;
import dev.rehearsal.result.WritesBeside.Missed;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes to rows that a migration writes in batches, behind it, in the very batch, and ahead of it, while it stands before
 * a batch. What comes of it must be what comes of the same writes made before it begins.
 */
final class WritesBesideBatches {
    private final PhaseRunner phases;
    private final Scenario.Course course;
    private final SeenBatches seen;
    private final List<String> notTried;
    private final Backfills backfills;

    WritesBesideBatches(MigrationRunner runner, Scenario.Course course, SeenBatches seen, List<String> notTried) {
        this.phases = new PhaseRunner(runner);
        this.course = course;
        this.seen = seen;
        this.notTried = notTried;
        this.backfills = course.before().dialect().backfills();
    }

    /**
     * {@return what became of them; null if nothing could be written}
     *
     * @param after a copy on which the migration ran undisturbed
     */
    @Nullable
    WritesBeside play(Stage after) throws SQLException {
        PlannedWrites plan = PlannedWrites.of(backfills, course.before(), after, seen);
        if (plan.writes().isEmpty()) {
            notTried.add("writes of others to " + seen.table() + " meanwhile: " + plan.nothing());
            return null;
        }
        WritesBeside beside = play(plan);
        if (beside == null) {
            plan = plan.withoutFilled();
            beside = plan.writes().isEmpty() ? null : play(plan);
        }
        if (beside == null) {
            notTried.add("writes of others to " + seen.table()
                    + " meanwhile: the up fails where they are made before it begins");
        }
        return beside;
    }

    private @Nullable WritesBeside play(PlannedWrites plan) throws SQLException {
        try (Stage reference = course.before().copy()) {
            backfills.away(reference.address(), seen.table(), plan.late());
            List<Write> possible = backfills.write(reference.address(), plan.writes());
            if (possible.isEmpty() || up(reference) != null) {
                return null;
            }
            return beside(plan, possible, reference);
        }
    }

    @SuppressWarnings("try") // the rig only has to be there
    private WritesBeside beside(PlannedWrites plan, List<Write> writes, Stage reference) throws SQLException {
        try (Stage copy = course.before().copy()) {
            backfills.away(copy.address(), seen.table(), plan.late());
            List<Long> statements =
                    writes.stream().map(Write::statement).distinct().sorted().toList();
            Halt halt = new Halt(Halt.Kind.WAIT, statements);
            List<Write> done;
            RunFailure failure;
            try (Rig rig = backfills.rig(copy.address(), course.watchlist().touched(), List.of(), halt);
                    Writer writer = backfills.beside(copy.address(), writes)) {
                failure = up(copy);
                done = writer.finish();
            }
            if (done.size() < writes.size()) {
                notTried.add((writes.size() - done.size()) + " of " + writes.size() + " writes of others to "
                        + seen.table() + " meanwhile: their rows were locked, or the statement was not reached");
            }
            List<Missed> missed = failure == null ? missed(plan, done, reference, copy) : List.of();
            int inserted = (int) done.stream().filter(Write::insert).count();
            return new WritesBeside(seen.table().toString(), inserted, done.size() - inserted, missed, failure);
        }
    }

    private List<Missed> missed(PlannedWrites plan, List<Write> done, Stage reference, Stage copy) throws SQLException {
        List<String> rows = new ArrayList<>(plan.control());
        done.forEach(write -> rows.add(write.row()));
        Map<String, Map<String, Backfills.Value>> expected = backfills.values(reference.address(), seen.table(), rows);
        Map<String, Map<String, Backfills.Value>> found = backfills.values(copy.address(), seen.table(), rows);
        return new MissedWrites(plan, expected, found).of(done);
    }

    private @Nullable RunFailure up(Stage stage) throws SQLException {
        return phases.run(
                        Phase.UP, course.migration(), stage, course.watchlist().nothing())
                .failure();
    }
}
