package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.rule.Budgets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A missed budget is measured again before it is told, where the second look can change anything. */
class MissedBudgetIT {
    private static final Budgets LOCK = new Budgets(Duration.ofMillis(500), Duration.ofHours(1), Duration.ofHours(1));
    private static final String LAST = "-- rehearsal: irreversible — a test\n";
    private static final String BASE = LAST + "CREATE TABLE users (id bigint PRIMARY KEY);";

    @TempDir
    private Path root;

    /** A sleep takes no processor, so that a busy machine does not make it longer. */
    @Test
    void what_is_over_it_each_time_is_told_with_all_measurements() throws Exception {
        MigrationResult result = second("ALTER TABLE users ADD COLUMN a int; SELECT pg_sleep(0.9);");
        PhaseResult up = result.facts().phase(Phase.UP).orElseThrow();
        assertThat(up.repeats()).isNotNull();
        assertThat(up.repeats().facts()).hasSize(4);
        assertThat(about(result))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("ACCESS EXCLUSIVE on public.users was held", "the least of 5 measurements"));
    }

    @Test
    void an_exception_of_the_script_needs_no_second_look() throws Exception {
        MigrationResult result = second("-- rehearsal: allow lock-too-long — a maintenance window\n"
                + "ALTER TABLE users ADD COLUMN a int; SELECT pg_sleep(0.9);");
        assertThat(result.facts().phase(Phase.UP).orElseThrow().repeats()).isNull();
    }

    @Test
    void what_keeps_it_is_not_measured_again() throws Exception {
        MigrationResult result = second("ALTER TABLE users ADD COLUMN a int;");
        assertThat(result.facts().phase(Phase.UP).orElseThrow().measurements()).hasSizeBetween(1, 5);
        assertThat(about(result)).isEmpty();
    }

    /** The only up of a migration without a way back is timed undisturbed; another one is looked into. */
    @Test
    void what_was_looked_into_is_not_held_against_a_budget() throws Exception {
        MigrationResult result = second("ALTER TABLE users ADD COLUMN a int;");
        assertThat(result.facts().phases()).extracting(PhaseResult::phase).containsExactly(Phase.UP, Phase.UP_FINAL);
    }

    private MigrationResult second(String sql) throws Exception {
        SmallHistory history = new SmallHistory(root, LOCK);
        history.write("V1__base.sql", BASE);
        history.write("V2__change.sql", LAST + sql);
        return history.rehearse().migrations().get(1);
    }

    private static List<Finding> about(MigrationResult result) {
        return result.findings().stream()
                .filter(finding -> finding.rule().equals("lock-too-long")
                        || finding.message().contains("was held"))
                .toList();
    }
}
