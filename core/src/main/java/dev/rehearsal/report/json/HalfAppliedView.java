package dev.rehearsal.report.json;

import dev.rehearsal.report.json.MigrationView.DifferenceView;
import dev.rehearsal.report.json.MigrationView.LossView;
import dev.rehearsal.report.json.PhaseView.FailureView;
import dev.rehearsal.result.HalfAppliedCheck;
import dev.rehearsal.result.HalfAppliedRun;
import dev.rehearsal.result.HandPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An up that fails in its middle as it stands in the file. */
record HalfAppliedView(@Nullable String skipped, List<HalfAppliedRunView> runs, List<String> notTried) {
    static @Nullable HalfAppliedView of(@Nullable HalfAppliedCheck check) {
        return check == null
                ? null
                : new HalfAppliedView(
                        check.skipped(),
                        check.runs().stream().map(HalfAppliedRunView::of).toList(),
                        check.notTried());
    }

    record HalfAppliedRunView(
            String script,
            int statement,
            @Nullable Integer line,
            List<DifferenceView> schemaLeft,
            List<LossView> dataLeft,
            boolean repaired,
            boolean completed,
            @Nullable FailureView failure,
            @Nullable HandPathView forward,
            @Nullable HandPathView back) {
        static HalfAppliedRunView of(HalfAppliedRun run) {
            return new HalfAppliedRunView(
                    run.point().script(),
                    run.point().statement(),
                    Numbers.line(run.point().line()),
                    run.left().schema().stream().map(DifferenceView::of).toList(),
                    run.left().data() == null
                            ? List.of()
                            : run.left().data().stream().map(LossView::of).toList(),
                    run.repaired(),
                    run.completed(),
                    FailureView.of(run.failure()),
                    HandPathView.of(run.forward()),
                    HandPathView.of(run.back()));
        }
    }

    record HandPathView(String script, List<Integer> lines, List<Integer> refused, boolean leadsThere) {
        static @Nullable HandPathView of(@Nullable HandPath path) {
            return path == null
                    ? null
                    : new HandPathView(path.script(), path.lines(), path.refused(), path.leadsThere());
        }
    }
}
