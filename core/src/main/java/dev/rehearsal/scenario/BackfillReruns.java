package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Backfills.Halt;
import dev.rehearsal.dialect.Backfills.Ran;
import dev.rehearsal.dialect.Backfills.Rig;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.result.BackfillRerun;
import dev.rehearsal.result.Phase;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Kills an up inside of its batches, at moments that only the seed decides, and once after its end when its history does not
 * know of that yet; then runs it again.
 */
final class BackfillReruns {
    private static final int MOMENTS = 5;

    private final MigrationRunner runner;
    private final PhaseRunner phases;
    private final Scenario.Course course;
    private final List<Ran> writes;
    private final Set<QualifiedName> tables;
    private final boolean oneTransaction;
    private final List<String> notTried;

    BackfillReruns(MigrationRunner runner, Scenario.Course course, List<SeenBatches> seen, List<String> notTried) {
        this.runner = runner;
        this.phases = new PhaseRunner(runner);
        this.course = course;
        this.writes =
                seen.stream().flatMap(batches -> batches.writes().stream()).toList();
        this.tables = writes.stream().map(Ran::table).collect(Collectors.toSet());
        this.oneTransaction = seen.stream().allMatch(SeenBatches::oneTransaction);
        this.notTried = notTried;
    }

    List<BackfillRerun> play(long seed) throws SQLException {
        List<BackfillRerun> reruns = new ArrayList<>();
        try (NormalUp normal = NormalUp.of(runner, course.migration(), course.before())) {
            for (Halt halt : moments(new Random(seed))) {
                rerun(halt, normal).ifPresent(reruns::add);
            }
        }
        return reruns;
    }

    /** Before a write, or after it and before its commit; what is left is the same, what a client remembers is not. */
    private List<Halt> moments(Random random) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < writes.size() * 2; i++) {
            all.add(i);
        }
        Collections.shuffle(all, random);
        List<Halt> halts = new ArrayList<>();
        new TreeSet<>(all.subList(0, Math.min(MOMENTS, all.size())))
                .forEach(moment -> halts.add(new Halt(
                        moment % 2 == 0 ? Halt.Kind.END_BEFORE : Halt.Kind.END_AFTER,
                        List.of(writes.get(moment / 2).number()))));
        if (oneTransaction) {
            notTried.add("a second run after its end: it is committed as a whole, and so is never run again");
        } else {
            halts.add(new Halt(
                    Halt.Kind.END_AT_HISTORY,
                    List.of(writes.get(writes.size() - 1).number())));
        }
        return halts;
    }

    private Optional<BackfillRerun> rerun(Halt halt, NormalUp normal) throws SQLException {
        try (Stage copy = course.before().copy()) {
            Optional<List<Ran>> kept = killed(halt, copy);
            if (kept.isEmpty()) {
                notTried.add(moment(halt) + ": it was not hit there");
                return Optional.empty();
            }
            RunState history = runner.state(copy.dataSource(), course.migration());
            if (history == RunState.APPLIED) {
                notTried.add(moment(halt) + ": the history already knew of it");
                return Optional.empty();
            }
            RunFailure failure = history == RunState.FAILED ? runner.repair(copy.migrating()) : null;
            List<Ran> second = List.of();
            if (failure == null) {
                try (Rig rig = rig(copy, Halt.NOWHERE)) {
                    failure = up(Phase.UP_FINAL, copy);
                    second = rig.ran();
                }
            }
            return Optional.of(told(halt, kept.get(), second, failure, copy, normal));
        }
    }

    private BackfillRerun told(
            Halt halt, List<Ran> kept, List<Ran> second, @Nullable RunFailure failure, Stage copy, NormalUp normal)
            throws SQLException {
        boolean end = halt.kind() == Halt.Kind.END_AT_HISTORY;
        long number = halt.statements().get(0);
        long before = writes.stream()
                .filter(ran -> ran.number() < number || (halt.kind() != Halt.Kind.END_BEFORE && ran.number() == number))
                .mapToLong(Ran::written)
                .sum();
        long keptRows = rows(kept);
        long undone = Math.max(0, before - keptRows);
        long again = Math.max(0, keptRows + rows(second) - rows(writes));
        int place = end
                ? 0
                : 1 + (int) writes.stream().filter(ran -> ran.number() < number).count();
        return new BackfillRerun(
                place,
                writes.size(),
                keptRows,
                undone,
                again,
                failure,
                failure == null ? normal.differences(copy) : null,
                failure == null ? normal.losses(copy) : null);
    }

    /** {@return what was committed; empty if it was not killed there} */
    private Optional<List<Ran>> killed(Halt halt, Stage copy) throws SQLException {
        try (Rig rig = rig(copy, halt)) {
            up(Phase.UP, copy);
            return rig.ended() ? Optional.of(rig.ran()) : Optional.empty();
        }
    }

    private Rig rig(Stage copy, Halt halt) throws SQLException {
        return copy.dialect()
                .backfills()
                .rig(copy.address(), course.watchlist().touched(), copy.pool().ignored(), halt);
    }

    private @Nullable RunFailure up(Phase phase, Stage copy) throws SQLException {
        return phases.run(phase, course.migration(), copy, course.watchlist().nothing())
                .failure();
    }

    /** Only writes to the tables that are written in batches count. */
    private long rows(List<Ran> ran) {
        return ran.stream()
                .filter(one -> tables.contains(one.table()))
                .mapToLong(Ran::written)
                .sum();
    }

    private String moment(Halt halt) {
        return halt.kind() == Halt.Kind.END_AT_HISTORY
                ? "a second run after its end"
                : "killed in its write " + halt.statements().get(0);
    }
}
