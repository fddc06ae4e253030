package dev.rehearsal.report.json;

import dev.rehearsal.migration.Assumption;
import dev.rehearsal.report.json.PhaseView.FailureView;
import dev.rehearsal.report.json.PhaseView.LeftView;
import dev.rehearsal.report.json.PhaseView.LockView;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.result.Deployment;
import dev.rehearsal.result.FailedUps;
import dev.rehearsal.result.FailedUps.Whose;
import dev.rehearsal.result.HistoryEnd;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.TakenRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in the file of ups that failed before one did not, and of all versions in one run. */
final class TogetherViews {
    private TogetherViews() {}

    record FailedUpsView(
            List<FailureView> failures,
            List<TakenRows> taken,
            String helped,
            boolean described,
            String rows,
            @Nullable LeftView leftBehind) {
        static @Nullable FailedUpsView of(@Nullable FailedUps ups) {
            return ups == null
                    ? null
                    : new FailedUpsView(
                            ups.failures().stream().map(FailureView::ofFailure).toList(),
                            ups.taken(),
                            ups.helped().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            ups.whose() == Whose.DESCRIBED,
                            ups.whose().name().toLowerCase(Locale.ROOT),
                            LeftView.of(ups.left()));
        }
    }

    record EndView(
            @Nullable DeploymentView deployment,
            List<AssumptionView> assumptions,
            HistoryEnd.@Nullable Stopped stopped) {
        static EndView of(RehearsalReport report) {
            return new EndView(
                    DeploymentView.of(report.deployment()),
                    report.assumed().stream().map(AssumptionView::of).toList(),
                    report.stopped());
        }
    }

    record AssumptionView(
            String assumption,
            String reason,
            String script,
            int line,
            boolean met,
            @Nullable String problem,
            @Nullable String question) {
        static AssumptionView of(Assumed assumed) {
            Assumption of = assumed.assumption();
            return new AssumptionView(
                    of.words(),
                    of.reason(),
                    of.script(),
                    of.line(),
                    assumed.met(),
                    assumed.problem(),
                    assumed.question());
        }
    }

    record DeploymentView(
            List<String> versions,
            BigDecimal durationMs,
            @Nullable FailureView failure,
            @Nullable List<LockView> locks,
            List<String> notMeasured) {
        static @Nullable DeploymentView of(@Nullable Deployment deployment) {
            return deployment == null
                    ? null
                    : new DeploymentView(
                            deployment.versions(),
                            Numbers.ms(deployment.facts().durationMs()),
                            FailureView.of(deployment.failure()),
                            LockView.of(deployment.facts().locks()),
                            deployment.facts().notMeasured());
        }
    }
}
