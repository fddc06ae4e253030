package dev.rehearsal.report.json;

import dev.rehearsal.report.json.PhaseView.FailureView;
import dev.rehearsal.report.json.PhaseView.LockView;
import dev.rehearsal.result.Deployment;
import dev.rehearsal.result.FailedUps;
import dev.rehearsal.result.TakenRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands in the file of ups that failed before one did not, and of all versions in one run. */
final class TogetherViews {
    private TogetherViews() {}

    record FailedUpsView(List<FailureView> failures, List<TakenRows> taken, String helped, boolean described) {
        static @Nullable FailedUpsView of(@Nullable FailedUps ups) {
            return ups == null
                    ? null
                    : new FailedUpsView(
                            ups.failures().stream().map(FailureView::ofFailure).toList(),
                            ups.taken(),
                            ups.helped().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            ups.described());
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
