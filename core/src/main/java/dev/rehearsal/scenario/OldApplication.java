package dev.rehearsal.scenario;

import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.dialect.Application;
import dev.rehearsal.dialect.Application.Bound;
import dev.rehearsal.dialect.Application.Standstill;
import dev.rehearsal.dialect.Application.Traffic;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.Deadlock;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.StatementCheck;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The application at the version before, which goes on while the migration comes and goes: its own statements run before,
 * during and after the up and the down. All of it happens on a copy, where they can disturb no measurement of the
 * roundtrip; and only what the migration concerns is run.
 */
public final class OldApplication implements Scenario {
    private final PhaseRunner phases;
    private final List<ApplicationStatement> statements;
    private final Duration timeout;
    private final MigrationRunner runner;
    private final Slowness slowness;

    /**
     * Makes the scenario.
     *
     * @param runner applies and undoes
     * @param statements what the application runs; empty to leave the scenario out
     * @param timeout when a statement that does not end, or does not get its lock, has failed
     * @param slowness how much longer a statement may take
     */
    public OldApplication(
            MigrationRunner runner, List<ApplicationStatement> statements, Duration timeout, Slowness slowness) {
        this.runner = runner;
        this.slowness = slowness;
        this.phases = new PhaseRunner(runner);
        this.statements = List.copyOf(statements);
        this.timeout = timeout;
    }

    @Override
    public Pending begin(Course course) throws SQLException {
        rehearse(course);
        return Pending.NOTHING;
    }

    private void rehearse(Course course) throws SQLException {
        if (statements.isEmpty()) {
            return;
        }
        String missing = course.before()
                .dialect()
                .capabilities()
                .without(Instrument.APPLICATION)
                .orElse(null);
        if (missing != null) {
            course.facts()
                    .application(new ApplicationCheck(missing, List.of()))
                    .notMeasured("the old application: " + missing);
            return;
        }
        Application application = course.before().dialect().application(timeout);
        ConcernedStatements concern = ConcernedStatements.of(application, statements, course);
        if (concern.statements().isEmpty()) {
            String reason = "neither up nor down concerns a statement that worked before";
            course.facts().application(new ApplicationCheck(reason, concern.broken()));
            return;
        }
        Performance performance;
        try (Stage copy = course.before().copy()) {
            performance = new Performance(application, copy, course, concern.statements());
            performance.play();
        }
        List<StatementCheck> checks = new SlowStatements(runner, application, slowness)
                .confirmed(performance.checks(), concern.statements(), course);
        course.facts().application(new ApplicationCheck(null, concern.with(checks), performance.deadlocks()));
    }

    /** The statements on one copy of the stage, from before the up to after the down. */
    private final class Performance {
        private final Application application;
        private final Stage copy;
        private final Course course;
        private final StatementRunLog runs;
        private final Set<Deadlock> deadlocks = new LinkedHashSet<>();

        Performance(Application application, Stage copy, Course course, List<Bound> bound) {
            this.application = application;
            this.copy = copy;
            this.course = course;
            this.runs = new StatementRunLog(bound);
        }

        List<StatementCheck> checks() {
            return runs.checks();
        }

        List<Deadlock> deadlocks() {
            return List.copyOf(deadlocks);
        }

        void play() throws SQLException {
            List<Bound> all = runs.statements();
            runs.add(application.run(copy.address(), Moment.BEFORE_UP, all));
            if (during(Phase.UP, Moment.DURING_UP)) {
                runs.add(application.run(copy.address(), Moment.AFTER_UP, all));
                if (course.migration().wayBack().exists() && during(Phase.DOWN, Moment.DURING_DOWN)) {
                    runs.add(application.run(copy.address(), Moment.AFTER_DOWN, all));
                }
            }
        }

        private boolean during(Phase phase, Moment moment) throws SQLException {
            try (Traffic traffic = application.begin(copy.address(), moment, runs.statements())) {
                AtomicReference<@Nullable StatementClock> clock = new AtomicReference<>();
                PhaseResult result = phases.run(
                        phase, course.migration(), copy, course.watchlist().locksOnly(), events -> {
                            clock.set(new StatementClock(events));
                            return Objects.requireNonNull(clock.get());
                        });
                runs.add(traffic.finish());
                met(phase, traffic.deadlocks(), Objects.requireNonNull(clock.get()));
                RunFailure failure = result.failure();
                if (failure == null) {
                    return true;
                }
                if (failure.kind() == Fault.Kind.DEADLOCK && deadlocks.isEmpty()) {
                    deadlocks.add(new Deadlock(phase, code(), victim(failure), null, null));
                }
                // A phase that fails by itself is told of by the roundtrip; only what the traffic has done is news.
                if (course.facts().has(phase)) {
                    course.facts()
                            .notMeasured("the application after the " + phase.id() + ": the " + phase.id()
                                    + " fails while its statements run: "
                                    + failure.message());
                }
                return false;
            }
        }

        private void met(Phase phase, List<Standstill> seen, StatementClock clock) {
            for (Standstill one : seen) {
                ApplicationStatement statement = one.statement().statement();
                deadlocks.add(new Deadlock(
                        phase,
                        code(),
                        clock.at(one.nanos()),
                        statement.file() + ":" + statement.line(),
                        statement.sql()));
            }
        }

        private @Nullable String code() {
            return course.before().dialect().errors().code(Fault.Kind.DEADLOCK);
        }

        private static @Nullable RunStatement victim(RunFailure failure) {
            return failure.script() == null
                    ? null
                    : new RunStatement(failure.script(), failure.line(), Objects.requireNonNullElse(failure.sql(), ""));
        }
    }
}
