package dev.rehearsal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationFacts.RoundtripChecks;
import dev.rehearsal.result.MigrationFacts.ScenarioChecks;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementRun;
import dev.rehearsal.result.StatementRun.Times;
import dev.rehearsal.result.StatementRun.TimesAgain;
import java.time.Duration;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Of several measurements of a statement the least counts, before and after. */
class ApplicationSlowerTest {
    private static final Judge JUDGE =
            new Judge(TestRules.POSTGRES, new Budgets(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1)));

    @Test
    void the_least_of_each_moment_counts() {
        assertThat(found(1, new double[] {20}, new double[] {60})).hasSize(1);
        assertThat(found(1, new double[] {20, 21}, new double[] {60, 30})).isEmpty();
        assertThat(found(1, new double[] {40, 20}, new double[] {60, 70}))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("application-slower");
                    assertThat(finding.message())
                            .contains("and on fresh copies at best 70 ms", "and on fresh copies at best 20 ms");
                });
    }

    @Test
    void on_a_busy_machine_it_cannot_be_told_unless_it_is_far_beyond() {
        assertThat(found(2, new double[] {20, 20}, new double[] {60, 70}))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(NotMeasured.ID);
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).contains("The machine was busy", "2.0 times as long");
                });
        assertThat(found(2, new double[] {20, 20}, new double[] {900, 800}))
                .extracting(Finding::rule)
                .containsExactly("application-slower");
    }

    @Test
    void a_limit_is_missed_up_to_its_multiple() {
        StatementCheck check = check(1, new double[] {20}, new double[] {60});
        assertThat(JUDGE.tooSlow(check, 1)).isTrue();
        assertThat(JUDGE.tooSlow(check, 3)).isFalse();
    }

    private static List<Finding> found(double stretch, double[] before, double[] after) {
        Migration migration =
                new Migration("2", "b", Migration.Kind.SQL, new Script("V2__b.sql", null, "…"), null, true);
        ApplicationCheck application = new ApplicationCheck(null, List.of(check(stretch, before, after)));
        Measured measured = new Measured(
                List.of(), RoundtripChecks.NONE, new ScenarioChecks(null, null, application, null), List.of(), null);
        MigrationFacts facts = new MigrationFacts(migration, measured, null, List.of(), null, null, null);
        return JUDGE.judge(facts).findings().stream()
                .filter(finding -> finding.message().contains("at best"))
                .toList();
    }

    private static StatementCheck check(double stretch, double[] before, double[] after) {
        return new StatementCheck(
                "a.sql",
                1,
                "SELECT 1",
                List.of(),
                List.of(run(Moment.BEFORE_UP, stretch, before), run(Moment.AFTER_UP, stretch, after)));
    }

    private static StatementRun run(Moment moment, double stretch, double... best) {
        List<Times> times =
                DoubleStream.of(best).mapToObj(ms -> new Times(ms, ms, ms, ms)).toList();
        StatementRun first = new StatementRun(moment, 1, 0, null, times.get(0), null);
        return times.size() == 1 ? first : first.again(new TimesAgain(times.subList(1, times.size()), stretch));
    }
}
