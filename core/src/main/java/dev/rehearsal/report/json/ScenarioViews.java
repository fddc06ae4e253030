package dev.rehearsal.report.json;

import dev.rehearsal.report.json.PhaseView.FailureView;
import dev.rehearsal.result.LockQueueCheck;
import dev.rehearsal.result.LockQueueRun;
import dev.rehearsal.result.UseCheck;
import dev.rehearsal.result.UseLoss;
import dev.rehearsal.result.Written;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The other scenarios as they stand in the file. */
final class ScenarioViews {
    private ScenarioViews() {}

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    record UseView(
            @Nullable String skipped,
            List<WrittenView> written,
            List<String> notWritten,
            @Nullable List<UseLossView> losses) {
        static @Nullable UseView of(@Nullable UseCheck check) {
            if (check == null) {
                return null;
            }
            List<UseLoss> losses = check.losses();
            return new UseView(
                    check.skipped(),
                    check.written().stream().map(WrittenView::of).toList(),
                    check.notWritten(),
                    losses == null ? null : losses.stream().map(UseLossView::of).toList());
        }
    }

    record WrittenView(String relation, @Nullable String column, String kind, long rows) {
        static WrittenView of(Written w) {
            return new WrittenView(w.relation(), w.column(), lower(w.kind()), w.rows());
        }
    }

    record UseLossView(String relation, @Nullable String column, String kind, long rows, boolean expected) {
        static UseLossView of(UseLoss l) {
            return new UseLossView(l.relation(), l.column(), lower(l.kind()), l.rows(), l.expected());
        }
    }

    record QueueView(@Nullable String skipped, List<QueueRunView> runs) {
        static @Nullable QueueView of(@Nullable LockQueueCheck check) {
            return check == null
                    ? null
                    : new QueueView(
                            check.skipped(),
                            check.runs().stream().map(QueueRunView::of).toList());
        }
    }

    record QueueRunView(
            String phase,
            List<String> tables,
            BigDecimal holdMs,
            BigDecimal waitedMs,
            @Nullable BigDecimal worstStallMs,
            String outcome,
            @Nullable Boolean untouched,
            @Nullable Boolean retried,
            @Nullable FailureView failure) {
        static QueueRunView of(LockQueueRun run) {
            Double worst = run.worstStallMs();
            return new QueueRunView(
                    run.phase().id(),
                    run.tables(),
                    Numbers.ms(run.holdMs()),
                    Numbers.ms(run.waitedMs()),
                    worst == null ? null : Numbers.ms(worst),
                    lower(run.outcome()),
                    run.untouched(),
                    run.retried(),
                    FailureView.of(run.failure()));
        }
    }
}
