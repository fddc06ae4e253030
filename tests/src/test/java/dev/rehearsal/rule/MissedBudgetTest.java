package dev.rehearsal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.HeldLock.Seen;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.postgres.lock.TableLockMode;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationFacts.RoundtripChecks;
import dev.rehearsal.result.MigrationFacts.ScenarioChecks;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.ProcessorTimes;
import dev.rehearsal.result.ProcessorTimes.Point;
import dev.rehearsal.result.Repeats;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Of several measurements the least counts, and on a busy machine only what is far beyond the limit is a fault. */
class MissedBudgetTest {
    private static final Judge JUDGE = new Judge(
            TestRules.POSTGRES, new Budgets(Duration.ofMillis(500), Duration.ofHours(1), Duration.ofHours(1)));

    @Test
    void the_least_measurement_counts() {
        assertThat(findings(Phase.UP, 1, 700, 650, 400)).isEmpty();
        assertThat(findings(Phase.UP, 1, 700, 650, 600)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("lock-too-long");
            assertThat(finding.message())
                    .contains("held 600 ms, the least of 3 measurements (700 ms, 650 ms, 600 ms) (budget 500 ms)");
        });
    }

    @Test
    void on_a_busy_machine_it_is_not_measured_unless_it_is_far_beyond() {
        assertThat(findings(Phase.UP, 2, 700, 650, 600)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(NotMeasured.ID);
            assertThat(finding.message()).contains("The machine was busy", "2.0 times as long");
        });
        assertThat(findings(Phase.UP, 2, 9_000, 8_000, 7_000))
                .extracting(Finding::rule)
                .containsExactly("lock-too-long");
        assertThat(findings(Phase.UP, 2, 700, 400)).isEmpty();
    }

    /** What the migration slept or computed is its own, however many others want the processor. */
    @Test
    void what_is_its_own_is_told_apart_where_the_processor_was_counted() {
        assertThat(rules(2, counted(900, 30, 60))).containsExactly("lock-too-long");
        assertThat(rules(2, counted(900, 100, 600))).containsExactly(NotMeasured.ID);
        assertThat(rules(2, counted(9_000, 100, 8_700))).containsExactly(NotMeasured.ID);
        assertThat(rules(2, counted(900, 30, 60), counted(800, 30, 600))).containsExactly(NotMeasured.ID);
        assertThat(rules(2, counted(900, 30, 60), counted(400, 30, 10))).isEmpty();
    }

    /** A machine that is idle when it is asked may have been busy before. */
    @Test
    void whoever_waited_for_the_processor_is_not_blamed_on_a_machine_that_is_idle_now() {
        assertThat(rules(1, counted(900, 100, 600))).containsExactly(NotMeasured.ID);
        assertThat(rules(1, counted(900, 850, 10))).containsExactly("lock-too-long");
    }

    @Test
    void only_what_is_beyond_doubt_is_far_over_a_limit() {
        PhaseResult slept = new PhaseResult(Phase.UP, counted(2_000, 30, 60), null);
        PhaseResult starved = new PhaseResult(Phase.UP, counted(2_000, 100, 1_700), null);
        assertThat(JUDGE.missed(facts(slept), slept, 3)).isTrue();
        assertThat(JUDGE.missed(facts(starved), starved, 3)).isFalse();
        assertThat(JUDGE.missed(facts(starved), starved, 1)).isTrue();
    }

    @Test
    void a_phase_that_was_looked_into_is_not_judged() {
        assertThat(findings(Phase.UP_AGAIN, 1, 700)).isEmpty();
        assertThat(findings(Phase.UP_FINAL, 1, 700)).isEmpty();
        assertThat(findings(Phase.DOWN, 1, 700)).hasSize(1);
    }

    @Test
    void a_limit_is_missed_up_to_its_multiple() {
        PhaseResult phase = phase(Phase.UP, 1, 700);
        assertThat(JUDGE.missed(facts(phase), phase, 1)).isTrue();
        assertThat(JUDGE.missed(facts(phase), phase, 3)).isFalse();
    }

    private static List<Finding> findings(Phase phase, double stretch, double... heldMs) {
        return JUDGE.judge(facts(phase(phase, stretch, heldMs))).findings().stream()
                .filter(finding -> finding.rule().equals("lock-too-long")
                        || finding.message().contains("was held"))
                .toList();
    }

    private static PhaseResult phase(Phase phase, double stretch, double... heldMs) {
        List<PhaseFacts> facts =
                DoubleStream.of(heldMs).mapToObj(MissedBudgetTest::held).toList();
        PhaseResult first = new PhaseResult(phase, facts.get(0), null);
        return facts.size() == 1 ? first : first.repeated(new Repeats(facts.subList(1, facts.size()), stretch));
    }

    private static List<String> rules(double stretch, PhaseFacts first, PhaseFacts... again) {
        PhaseResult phase = new PhaseResult(Phase.UP, first, null).repeated(new Repeats(List.of(again), stretch));
        return JUDGE.judge(facts(phase)).findings().stream()
                .filter(finding -> finding.message().contains("was held"))
                .map(Finding::rule)
                .toList();
    }

    /** A lock that was held while so much was computed, and waited for a processor. */
    private static PhaseFacts counted(double ms, double used, double waited) {
        return held(ms).on(new ProcessorTimes(List.of(new Point(0, 5, 7), new Point(ms, 5 + used, 7 + waited))));
    }

    private static PhaseFacts held(double ms) {
        HeldLock lock = new HeldLock(
                "public.users", null, TableLockMode.ACCESS_EXCLUSIVE.mode(), 0, ms, 0, 0, 1, false, Seen.AT_BOUNDARY);
        return new PhaseFacts(ms, List.of(), List.of(lock), List.of(), false, List.of());
    }

    private static MigrationFacts facts(PhaseResult phase) {
        Migration migration = new Migration(
                "2",
                "b",
                Migration.Kind.SQL,
                new Script("V2__b.sql", null, "…"),
                new Script("U2__b.sql", null, "…"),
                true);
        Measured measured = new Measured(List.of(phase), RoundtripChecks.NONE, ScenarioChecks.NONE, List.of(), null);
        return new MigrationFacts(migration, measured, null, List.of(), null, null, null);
    }
}
