package dev.rehearsal.report.json;

import dev.rehearsal.report.json.MigrationView.DifferenceView;
import dev.rehearsal.report.json.MigrationView.LossView;
import dev.rehearsal.report.json.PhaseView.FailureView;
import dev.rehearsal.result.Backfill;
import dev.rehearsal.result.Backfill.Trend;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.BackfillRerun;
import dev.rehearsal.result.Spread;
import dev.rehearsal.result.WritesBeside;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Backfills as they stand in the file. */
record BackfillView(
        @Nullable String skipped,
        List<BatchesView> backfills,
        List<RerunView> reruns,
        List<BesideView> beside,
        List<String> notTried) {
    static @Nullable BackfillView of(@Nullable BackfillCheck check) {
        return check == null
                ? null
                : new BackfillView(
                        check.skipped(),
                        check.backfills().stream().map(BatchesView::of).toList(),
                        check.reruns().stream().map(RerunView::of).toList(),
                        check.beside().stream().map(BesideView::of).toList(),
                        check.notTried());
    }

    record BatchesView(
            String relation,
            String script,
            @Nullable Integer line,
            int batches,
            long rows,
            boolean oneTransaction,
            SpreadView batchRows,
            SpreadView batchMs,
            BigDecimal longestLockMs,
            @Nullable TrendView trend) {
        static BatchesView of(Backfill backfill) {
            Trend trend = backfill.trend();
            return new BatchesView(
                    backfill.table(),
                    backfill.script(),
                    Numbers.line(backfill.line()),
                    backfill.batches(),
                    backfill.rows(),
                    backfill.oneTransaction(),
                    SpreadView.of(backfill.batchRows()),
                    SpreadView.of(backfill.batchMs()),
                    Numbers.ms(backfill.longestLockMs()),
                    trend == null
                            ? null
                            : new TrendView(
                                    Numbers.ms(trend.early()),
                                    Numbers.ms(trend.late()),
                                    trend.growing(),
                                    trend.fromStart()));
        }
    }

    record SpreadView(BigDecimal p50, BigDecimal p95, BigDecimal worst) {
        static SpreadView of(Spread spread) {
            return new SpreadView(Numbers.ms(spread.median()), Numbers.ms(spread.p95()), Numbers.ms(spread.worst()));
        }
    }

    record TrendView(BigDecimal lookedAtEarly, BigDecimal lookedAtLate, boolean growing, boolean fromStart) {}

    record RerunView(
            boolean afterTheEnd,
            @Nullable Integer write,
            int writes,
            long rowsKept,
            long rowsUndone,
            long rowsAgain,
            boolean sameEnd,
            @Nullable FailureView failure,
            @Nullable List<DifferenceView> schema,
            @Nullable List<LossView> data) {
        static RerunView of(BackfillRerun rerun) {
            return new RerunView(
                    rerun.afterTheEnd(),
                    Numbers.line(rerun.statement()),
                    rerun.of(),
                    rerun.kept(),
                    rerun.undone(),
                    rerun.again(),
                    rerun.sameEnd(),
                    FailureView.of(rerun.failure()),
                    rerun.schema() == null
                            ? null
                            : rerun.schema().stream().map(DifferenceView::of).toList(),
                    rerun.data() == null
                            ? null
                            : rerun.data().stream().map(LossView::of).toList());
        }
    }

    record BesideView(
            String relation,
            int inserted,
            int updated,
            List<MissedView> missed,
            @Nullable FailureView failure) {
        static BesideView of(WritesBeside beside) {
            return new BesideView(
                    beside.table(),
                    beside.inserted(),
                    beside.updated(),
                    beside.missed().stream()
                            .map(one -> new MissedView(one.kind().id(), one.column(), one.row()))
                            .toList(),
                    FailureView.of(beside.failure()));
        }
    }

    record MissedView(String kind, String column, String row) {}
}
