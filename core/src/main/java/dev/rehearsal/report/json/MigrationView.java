package dev.rehearsal.report.json;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rehearsal.data.Loss;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.report.json.ApplicationViews.ApplicationView;
import dev.rehearsal.report.json.PhaseView.FailureView;
import dev.rehearsal.report.json.ReportView.FindingView;
import dev.rehearsal.report.json.ScenarioViews.QueueView;
import dev.rehearsal.report.json.ScenarioViews.UseView;
import dev.rehearsal.report.json.TogetherViews.FailedUpsView;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.Fingerprints;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.schema.SchemaDifference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One migration as it stands in the file. */
record MigrationView(
        @JsonUnwrapped IdentityView identity,
        @JsonUnwrapped AnswerView answer,
        List<PhaseView> phases,
        @JsonUnwrapped RoundtripView roundtrip,
        @JsonUnwrapped ScenariosView scenarios,
        List<TableFacts> tables,
        @Nullable List<TableFacts> tablesAfterUp,
        List<FindingView> findings,
        @Nullable String hangs,
        List<String> notMeasured,
        @Nullable String forwardOnly,
        @JsonUnwrapped UpsView ups) {
    static MigrationView of(MigrationResult result, Fingerprints fingerprints) {
        MigrationFacts facts = result.facts();
        return new MigrationView(
                IdentityView.of(facts.migration()),
                AnswerView.of(result),
                facts.phases().stream().map(PhaseView::of).toList(),
                RoundtripView.of(facts),
                ScenariosView.of(facts),
                facts.tables(),
                facts.tablesAfterUp(),
                FindingView.of(result.findings(), fingerprints, facts.migration()),
                facts.hangs(),
                facts.notMeasured(),
                facts.forwardOnly(),
                new UpsView(FailedUpsView.of(facts.failedUps()), FailureView.of(facts.deployedTogether())));
    }

    record UpsView(
            @Nullable FailedUpsView failedUps, @Nullable FailureView deployedTogether) {}

    record IdentityView(
            String version,
            String description,
            String kind,
            String script,
            String scriptDigest,
            @Nullable String undoScript,
            @Nullable String undoDigest,
            boolean transactional,
            String wayBack) {
        static IdentityView of(Migration migration) {
            Script undo = migration.undo();
            return new IdentityView(
                    migration.version(),
                    migration.description(),
                    lower(migration.kind()),
                    migration.script().name(),
                    migration.script().digest(),
                    undo == null ? null : undo.name(),
                    undo == null ? null : undo.digest(),
                    migration.transactional(),
                    migration.wayBack().id());
        }
    }

    record AnswerView(
            Verdict verdict,
            Risk risk,
            List<String> riskReasons,
            @Nullable BigDecimal expectedDowntimeMs) {
        static AnswerView of(MigrationResult result) {
            Double downtime = result.expectedDowntimeMs();
            return new AnswerView(
                    result.verdict(),
                    result.risk(),
                    result.riskReasons(),
                    downtime == null ? null : Numbers.ms(downtime));
        }
    }

    record RoundtripView(
            @Nullable SchemaView schemaAfterDown,
            @Nullable DataView dataAfterDown,
            @Nullable SchemaView schemaAfterUpAgain) {
        static RoundtripView of(MigrationFacts facts) {
            return new RoundtripView(
                    SchemaView.of(facts.schemaAfterDown()),
                    DataView.of(facts.dataAfterDown()),
                    SchemaView.of(facts.schemaAfterUpAgain()));
        }
    }

    record ScenariosView(
            @Nullable UseView afterUse,
            @Nullable QueueView lockQueue,
            @Nullable ApplicationView application,
            @Nullable CrashView crash,
            @Nullable HalfAppliedView halfApplied,
            @Nullable BackfillView backfill) {
        static ScenariosView of(MigrationFacts facts) {
            return new ScenariosView(
                    UseView.of(facts.afterUse()),
                    QueueView.of(facts.lockQueue()),
                    ApplicationView.of(facts.application()),
                    CrashView.of(facts.crash()),
                    HalfAppliedView.of(facts.halfApplied()),
                    BackfillView.of(facts.backfill()));
        }
    }

    /** An enum constant as it stands in the file: {@code rows-lost}. */
    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    record SchemaView(boolean identical, List<DifferenceView> differences) {
        static @Nullable SchemaView of(@Nullable SchemaCheck check) {
            return check == null
                    ? null
                    : new SchemaView(
                            check.identical(),
                            check.differences().stream().map(DifferenceView::of).toList());
        }
    }

    record DifferenceView(
            String object,
            String change,
            @Nullable String before,
            @Nullable String after,
            boolean cosmetic) {
        static DifferenceView of(SchemaDifference d) {
            return new DifferenceView(d.object().toString(), lower(d.change()), d.before(), d.after(), d.cosmetic());
        }
    }

    record DataView(boolean identical, List<LossView> losses, List<String> asMultisets) {
        static @Nullable DataView of(@Nullable DataCheck check) {
            return check == null
                    ? null
                    : new DataView(
                            check.identical(),
                            check.losses().stream().map(LossView::of).toList(),
                            check.asMultisets());
        }
    }

    record LossView(String relation, @Nullable String column, String kind, long rows, List<String> sampleKeys) {
        static LossView of(Loss loss) {
            return new LossView(loss.relation(), loss.column(), lower(loss.kind()), loss.rows(), loss.sampleKeys());
        }
    }
}
