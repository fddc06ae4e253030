package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Capabilities;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.LockQueueCheck;
import dev.rehearsal.result.LockQueueRun;
import dev.rehearsal.result.LockQueueRun.Outcome;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The migration behind a long transaction, which has read the tables that it locks: how long does it wait, how long does
 * everyone else wait behind it, and where {@code lock_timeout} ends it, is the schema untouched and does a retry succeed?
 */
public final class LockQueue implements Scenario {
    private static final Duration MARGIN = Duration.ofMillis(50);

    private final MigrationRunner runner;
    private final PhaseRunner phases;
    private final Duration hold;
    private final Function<Migration, Duration> limit;

    /**
     * Makes the scenario.
     *
     * @param runner applies and undoes, and nobody else uses it meanwhile
     * @param hold how long the transaction holds on at most; zero to leave the scenario out
     * @param limit how long others may wait for a migration: once they have waited longer, and it would not give up, no
     *     more can come of it
     */
    public LockQueue(MigrationRunner runner, Duration hold, Function<Migration, Duration> limit) {
        this.limit = limit;
        this.runner = runner;
        this.phases = new PhaseRunner(runner);
        this.hold = hold;
    }

    @Override
    public Pending begin(Course course) throws SQLException {
        if (hold.isZero()) {
            course.facts().lockQueue(LockQueueCheck.skipped("it is switched off by rehearsal.lockQueue.hold"));
            return Pending.NOTHING;
        }
        String missing = missing(course);
        if (missing != null) {
            course.facts().lockQueue(LockQueueCheck.skipped(missing)).notMeasured("the lock queue: " + missing);
            return Pending.NOTHING;
        }
        List<BackgroundTask<Queued>> ways = new ArrayList<>();
        try {
            begin(Phase.UP, course.before(), course).ifPresent(ways::add);
            if (course.after() != null) {
                begin(Phase.DOWN, course.after(), course).ifPresent(ways::add);
            }
            return () -> end(ways, course);
        } catch (SQLException | RuntimeException e) {
            ways.forEach(BackgroundTask::close);
            throw e;
        }
    }

    private static @Nullable String missing(Course course) {
        Capabilities there = course.before().dialect().capabilities();
        return there.without(Instrument.READERS)
                .or(() -> there.without(Instrument.OBSERVATION))
                .orElse(null);
    }

    /** Each way mostly waits, on a database of its own. */
    private Optional<BackgroundTask<Queued>> begin(Phase phase, Stage from, Course course) throws SQLException {
        List<QualifiedName> tables = locked(phase, from, course);
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        Stage copy = from.copy();
        return Optional.of(new BackgroundTask<>("rehearsal-lock-queue-" + phase.id(), () -> {
            try (copy) {
                SchemaSnapshot known = course.schemas().start(phase);
                return run(phase, new Copy(copy, known == null ? copy.schema() : known), tables, course);
            }
        }));
    }

    private static void end(List<BackgroundTask<Queued>> ways, Course course) throws SQLException {
        List<LockQueueRun> runs = new ArrayList<>();
        try {
            for (BackgroundTask<Queued> way : ways) {
                Queued queued = way.result();
                runs.add(queued.run());
                course.facts().notMeasured("lock queue, " + queued.run().phase().id() + ": ", queued.notMeasured());
            }
        } finally {
            ways.forEach(BackgroundTask::close);
        }
        course.facts()
                .lockQueue(
                        runs.isEmpty()
                                ? LockQueueCheck.skipped(
                                        locksKnown(course)
                                                ? "no table is locked against readers"
                                                : "which tables are locked against readers was not measured")
                                : new LockQueueCheck(null, runs));
    }

    private static boolean locksKnown(Course course) {
        return course.facts().result(Phase.UP).map(up -> up.facts().locks()).isPresent();
    }

    private Queued run(Phase phase, Copy start, List<QualifiedName> tables, Course course) throws SQLException {
        Stage copy = start.stage();
        PhaseResult result;
        double heldMs;
        boolean patient =
                !course.migration().kind().program() && copy.dialect().readers().awaited(copy.migrating());
        long enough = patient ? clearlyBeyond(limit.apply(course.migration())) : Long.MAX_VALUE;
        try (LongReader reader = LongReader.of(copy, tables, hold)) {
            result = phases.run(
                    phase,
                    course.migration(),
                    copy,
                    course.watchlist().options(tables),
                    observation -> new FirstStatement(
                            observation.events(),
                            () -> reader.begin(() -> observation.waiting().isAtLeast(enough))));
            heldMs = reader.heldMs();
        }
        Outcome outcome = outcome(result.failure());
        boolean gaveUp = outcome == Outcome.GAVE_UP;
        LockQueueRun run = new LockQueueRun(
                phase,
                tables.stream().map(QualifiedName::toString).toList(),
                heldMs,
                waited(result.facts().locks()),
                worst(result.facts().stalls()),
                outcome,
                gaveUp ? start.untouched() : null,
                gaveUp ? retry(phase, course.migration(), copy) : null,
                result.failure());
        List<String> notMeasured = new ArrayList<>(result.facts().notMeasured());
        if (unhindered(run, result.facts())) {
            notMeasured.add("nothing stood in its way: it went through in "
                    + Math.round(result.facts().durationMs())
                    + " ms without a wait, while a transaction should have held " + run.tables());
        }
        return new Queued(run, notMeasured);
    }

    /** By so much that what our own looks take away from a wait does not matter. */
    private static long clearlyBeyond(Duration limit) {
        return limit.plus(limit.dividedBy(10)).plus(MARGIN).toNanos();
    }

    /** Whoever locks against readers before the reader's time is over must have waited for it. */
    private static boolean unhindered(LockQueueRun run, PhaseFacts facts) {
        return run.outcome() == Outcome.WENT_THROUGH
                && run.waitedMs() == 0
                && facts.locks() != null
                && facts.durationMs() < run.holdMs() / 2;
    }

    /** {@return the tables of the stage that the phase has locked against readers when it ran undisturbed} */
    private static List<QualifiedName> locked(Phase phase, Stage from, Course course) throws SQLException {
        List<HeldLock> locks = course.facts()
                .result(phase)
                .map(result -> result.facts().locks())
                .orElse(null);
        if (locks == null) {
            return List.of();
        }
        Set<String> names = Watchlist.names(locks, lock -> lock.mode().blocksReads());
        return names.isEmpty()
                ? List.of()
                : from.columns().keySet().stream()
                        .filter(table -> names.contains(table.toString()))
                        .toList();
    }

    /** A runner that passes over a script which has failed before has not succeeded, so a statement must have run. */
    private boolean retry(Phase phase, Migration migration, Stage copy) {
        AtomicBoolean ran = new AtomicBoolean();
        RunEvents events = new FirstStatement(RunEvents.NONE, () -> ran.set(true));
        RunFailure failure = phase == Phase.UP
                ? runner.up(copy.migrating(), migration, events)
                : runner.down(copy.migrating(), migration, events);
        return failure == null && ran.get();
    }

    private static Outcome outcome(@Nullable RunFailure failure) {
        if (failure == null) {
            return Outcome.WENT_THROUGH;
        }
        return failure.kind() == Fault.Kind.LOCK_NOT_AVAILABLE ? Outcome.GAVE_UP : Outcome.FAILED;
    }

    private static double waited(@Nullable List<HeldLock> locks) {
        return locks == null
                ? 0
                : locks.stream()
                        .filter(lock -> !lock.createdHere())
                        .mapToDouble(HeldLock::waitedMs)
                        .sum();
    }

    private static @Nullable Double worst(@Nullable List<Stall> stalls) {
        return stalls == null
                ? null
                : stalls.stream().mapToDouble(Stall::worstMs).max().orElse(0);
    }

    /** One way, and what of it could not be measured. */
    private record Queued(LockQueueRun run, List<String> notMeasured) {}

    /** A copy in use, and what was defined in it. */
    private record Copy(Stage stage, SchemaSnapshot before) {
        boolean untouched() throws SQLException {
            return SchemaComparison.differences(before, stage.schema()).isEmpty();
        }
    }
}
