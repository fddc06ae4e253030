package dev.rehearsal.report.json;

import dev.rehearsal.data.Loss;
import dev.rehearsal.report.json.MigrationView.DifferenceView;
import dev.rehearsal.report.json.MigrationView.LossView;
import dev.rehearsal.report.json.PhaseView.FailureView;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.CrashRun;
import dev.rehearsal.schema.SchemaDifference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Crashes as they stand in the file. */
record CrashView(@Nullable String skipped, List<CrashRunView> runs, List<String> notTried) {
    static @Nullable CrashView of(@Nullable CrashCheck check) {
        return check == null
                ? null
                : new CrashView(
                        check.skipped(),
                        check.runs().stream().map(CrashRunView::of).toList(),
                        check.notTried());
    }

    record CrashRunView(
            String when,
            String script,
            int statement,
            @Nullable Integer line,
            String history,
            List<DifferenceView> schemaLeft,
            List<LossView> dataLeft,
            boolean repaired,
            boolean recovered,
            @Nullable FailureView failure,
            @Nullable List<DifferenceView> schemaAfterRerun,
            @Nullable List<LossView> dataAfterRerun) {
        static CrashRunView of(CrashRun run) {
            return new CrashRunView(
                    run.point().when().id(),
                    run.point().script(),
                    run.point().statement(),
                    Numbers.line(run.point().line()),
                    run.history().id(),
                    differences(run.schemaLeft()),
                    losses(run.dataLeft()),
                    run.repaired(),
                    run.recovered(),
                    FailureView.of(run.failure()),
                    run.schemaAfterRerun() == null ? null : differences(run.schemaAfterRerun()),
                    run.dataAfterRerun() == null ? null : losses(run.dataAfterRerun()));
        }

        private static List<DifferenceView> differences(List<SchemaDifference> differences) {
            return differences.stream().map(DifferenceView::of).toList();
        }

        private static List<LossView> losses(List<Loss> losses) {
            return losses.stream().map(LossView::of).toList();
        }
    }
}
