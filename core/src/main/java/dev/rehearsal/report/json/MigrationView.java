package dev.rehearsal.report.json;

import dev.rehearsal.data.Loss;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.report.json.ApplicationViews.ApplicationView;
import dev.rehearsal.report.json.ReportView.FindingView;
import dev.rehearsal.report.json.ScenarioViews.QueueView;
import dev.rehearsal.report.json.ScenarioViews.UseView;
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
        String version,
        String description,
        String kind,
        String script,
        String scriptDigest,
        @Nullable String undoScript,
        @Nullable String undoDigest,
        boolean transactional,
        Verdict verdict,
        Risk risk,
        List<String> riskReasons,
        @Nullable BigDecimal expectedDowntimeMs,
        List<PhaseView> phases,
        @Nullable SchemaView schemaAfterDown,
        @Nullable DataView dataAfterDown,
        @Nullable SchemaView schemaAfterUpAgain,
        @Nullable UseView afterUse,
        @Nullable QueueView lockQueue,
        @Nullable ApplicationView application,
        @Nullable CrashView crash,
        List<TableFacts> tables,
        @Nullable List<TableFacts> tablesAfterUp,
        List<FindingView> findings,
        @Nullable String hangs,
        List<String> notMeasured,
        @Nullable String forwardOnly) {
    static MigrationView of(MigrationResult result, Fingerprints fingerprints) {
        MigrationFacts facts = result.facts();
        Migration migration = facts.migration();
        Script undo = migration.undo();
        Double downtime = result.expectedDowntimeMs();
        return new MigrationView(
                migration.version(),
                migration.description(),
                lower(migration.kind()),
                migration.script().name(),
                migration.script().digest(),
                undo == null ? null : undo.name(),
                undo == null ? null : undo.digest(),
                migration.transactional(),
                result.verdict(),
                result.risk(),
                result.riskReasons(),
                downtime == null ? null : Numbers.ms(downtime),
                facts.phases().stream().map(PhaseView::of).toList(),
                SchemaView.of(facts.schemaAfterDown()),
                DataView.of(facts.dataAfterDown()),
                SchemaView.of(facts.schemaAfterUpAgain()),
                UseView.of(facts.afterUse()),
                QueueView.of(facts.lockQueue()),
                ApplicationView.of(facts.application()),
                CrashView.of(facts.crash()),
                facts.tables(),
                facts.tablesAfterUp(),
                FindingView.of(result.findings(), fingerprints, migration),
                facts.hangs(),
                facts.notMeasured(),
                facts.forwardOnly());
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
