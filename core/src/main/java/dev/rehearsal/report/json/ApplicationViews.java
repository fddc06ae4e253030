package dev.rehearsal.report.json;

import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.Deadlock;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementCheck.Parameter;
import dev.rehearsal.result.StatementPlan;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.StatementRun.Failure;
import dev.rehearsal.result.StatementRun.Times;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The application's statements as they stand in the file. */
final class ApplicationViews {
    private ApplicationViews() {}

    record ApplicationView(@Nullable String skipped, List<StatementView> statements, List<DeadlockView> deadlocks) {
        static @Nullable ApplicationView of(@Nullable ApplicationCheck check) {
            return check == null
                    ? null
                    : new ApplicationView(
                            check.skipped(),
                            check.statements().stream().map(StatementView::of).toList(),
                            check.deadlocks().stream().map(DeadlockView::of).toList());
        }
    }

    record DeadlockView(
            String phase,
            @Nullable String script,
            @Nullable Integer line,
            @Nullable String place,
            @Nullable String sql) {
        static DeadlockView of(Deadlock deadlock) {
            RunStatement migration = deadlock.migration();
            return new DeadlockView(
                    deadlock.phase().id(),
                    migration == null ? null : migration.script(),
                    migration == null ? null : Numbers.line(migration.line()),
                    deadlock.place(),
                    deadlock.sql());
        }
    }

    record StatementView(String file, int line, String sql, List<Parameter> parameters, List<RunView> runs) {
        static StatementView of(StatementCheck check) {
            return new StatementView(
                    check.file(),
                    check.line(),
                    check.sql(),
                    check.parameters(),
                    check.runs().stream().map(RunView::of).toList());
        }
    }

    record RunView(
            String moment,
            int runs,
            int failures,
            @Nullable Failure failure,
            @Nullable BigDecimal bestMs,
            @Nullable BigDecimal p50Ms,
            @Nullable BigDecimal p95Ms,
            @Nullable BigDecimal worstMs,
            @Nullable StatementPlan plan,
            @Nullable List<BigDecimal> againMs) {
        static RunView of(StatementRun run) {
            Times times = run.times();
            return new RunView(
                    run.moment().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    run.runs(),
                    run.failures(),
                    run.failure(),
                    times == null ? null : Numbers.ms(times.best()),
                    times == null ? null : Numbers.ms(times.p50()),
                    times == null ? null : Numbers.ms(times.p95()),
                    times == null ? null : Numbers.ms(times.worst()),
                    run.plan(),
                    run.again() == null
                            ? null
                            : run.again().times().stream()
                                    .map(more -> Numbers.ms(more.best()))
                                    .toList());
        }
    }
}
