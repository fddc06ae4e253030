package dev.rehearsal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationFacts.RoundtripChecks;
import dev.rehearsal.result.MigrationFacts.ScenarioChecks;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.Severities;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.TableFacts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a migration can do by its kind, on a large table, a small one, an empty one, and one of its own. */
class RiskAssessmentTest {
    private static final List<TableFacts> TABLES = List.of(
            new TableFacts("public.large", 10_000, 1),
            new TableFacts("public.small", 40, 1),
            new TableFacts("public.empty", 0, 1));

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(Risk.HIGH, effect(Kind.TABLE_DROPPED, "small"), "drops public.small.x"),
                Arguments.of(Risk.HIGH, effect(Kind.COLUMN_DROPPED, "small"), "drops public.small.x"),
                Arguments.of(Risk.HIGH, effect(Kind.TABLE_EMPTIED, "small"), "empties public.small.x"),
                Arguments.of(
                        Risk.HIGH, effect(Kind.COLUMN_TYPE_CHANGED, "small"), "changes the type of public.small.x"),
                Arguments.of(Risk.HIGH, effect(Kind.TABLE_REWRITTEN, "large"), "writes public.large.x anew"),
                Arguments.of(Risk.LOW, effect(Kind.TABLE_REWRITTEN, "small"), ""),
                Arguments.of(Risk.MEDIUM, effect(Kind.COLUMN_REQUIRED, "small"), "makes public.small.x NOT NULL"),
                Arguments.of(Risk.MEDIUM, effect(Kind.COLUMN_RENAMED, "small"), "renames public.small.x"),
                Arguments.of(
                        Risk.MEDIUM,
                        effect(Kind.INDEX_CREATED, "small").with(Trait.UNIQUE, true),
                        "builds unique index public.small.x"),
                Arguments.of(Risk.MEDIUM, effect(Kind.INDEX_CREATED, "large"), "builds index public.large.x"),
                Arguments.of(Risk.LOW, effect(Kind.INDEX_CREATED, "small"), ""),
                Arguments.of(Risk.LOW, effect(Kind.COLUMN_ADDED, "large"), ""),
                Arguments.of(Risk.LOW, effect(Kind.TABLE_CREATED, "other"), ""),
                Arguments.of(Risk.LOW, effect(Kind.COLUMN_DROPPED, "empty"), ""));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_kind_has_its_risk_and_says_why(Risk risk, Effect effect, String reason) {
        RiskAssessment assessment = RiskAssessment.of(facts(effect), Severities.DEFAULT, List.of());

        assertThat(assessment.risk()).isEqualTo(risk);
        assertThat(assessment.reasons()).isEqualTo(reason.isEmpty() ? List.of() : List.of(reason));
    }

    @Test
    void a_finding_counts_by_its_severity_and_the_lesser_reasons_are_left_out() {
        MigrationFacts facts = facts(effect(Kind.COLUMN_REQUIRED, "small"));
        Finding warning = new Finding("lock-queue", Severity.WARNING, "m", "", null, 0);
        Finding error = new Finding("lock-too-long", Severity.ERROR, "m", "", null, 0);
        Finding note = new Finding("index-not-concurrent", Severity.NOTE, "m", "", null, 0);

        assertThat(RiskAssessment.of(facts, Severities.DEFAULT, List.of(warning, note))
                        .reasons())
                .containsExactly("lock-queue is a warning", "makes public.small.x NOT NULL");
        assertThat(RiskAssessment.of(facts, Severities.DEFAULT, List.of(warning, error)))
                .isEqualTo(new RiskAssessment(Risk.HIGH, List.of("lock-too-long is an error")));
    }

    @Test
    void the_size_of_a_table_decides_and_productions_goes_first() {
        assertThat(scale(new TableFacts("t", 9_999, 1)).severity()).isEqualTo(Severity.NOTE);
        assertThat(scale(new TableFacts("t", 10_000, 1)).severity()).isEqualTo(Severity.WARNING);
        assertThat(scale(new TableFacts("t", 10_000_000, 1)).severity()).isEqualTo(Severity.ERROR);
        TableScale production = scale(new TableFacts("t", 40, 1, 10_000_000L));
        assertThat(production.severity()).isEqualTo(Severity.ERROR);
        assertThat(production.warning()).isEqualTo(Severity.WARNING);
        assertThat(production.sentence()).isEqualTo("t has 10,000,000 rows in production.");
        assertThat(scale(new TableFacts("t", 40, 1)).sentence()).isEqualTo("t has 40 rows in this run.");
    }

    private static TableScale scale(TableFacts facts) {
        return TableScale.of(facts, Severities.DEFAULT);
    }

    private static Effect effect(Kind kind, String table) {
        return Effect.of(kind, "public." + table, "x");
    }

    private static MigrationFacts facts(Effect effect) {
        Migration migration =
                new Migration("2", "b", Migration.Kind.SQL, new Script("V2__b.sql", null, "…"), null, true);
        StatementEffects effects = new StatementEffects(List.of(effect), List.of(), Map.of());
        StatementFacts statement = new StatementFacts("V2__b.sql", 1, "…", 0, 1, null, null, false, effects);
        PhaseFacts up = new PhaseFacts(1, List.of(statement), List.of(), List.of(), false, List.of());
        return new MigrationFacts(
                migration,
                new Measured(
                        List.of(new PhaseResult(Phase.UP, up, null)),
                        RoundtripChecks.NONE,
                        ScenarioChecks.NONE,
                        TABLES,
                        null),
                null,
                List.of(),
                null,
                null,
                null);
    }
}
