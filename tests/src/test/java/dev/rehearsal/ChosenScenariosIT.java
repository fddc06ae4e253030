package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChosenScenariosIT {
    @TempDir
    private Path root;

    @Test
    void what_is_left_out_is_not_measured_and_nothing_passes_without_it() {
        RehearsalReport report = project("roundtrip").rehearse();

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.migrations())
                .hasSize(2)
                .extracting(MigrationResult::facts)
                .allSatisfy(facts -> {
                    assertThat(facts.notMeasured())
                            .containsExactly(
                                    "lock-queue: left out by rehearsal.scenarios",
                                    "rollback-after-use: left out by rehearsal.scenarios",
                                    "crash: left out by rehearsal.scenarios",
                                    "backfill: left out by rehearsal.scenarios");
                    assertThat(Objects.requireNonNull(facts.lockQueue()).skipped())
                            .contains("left out");
                    assertThat(facts.dataAfterDown()).isNotNull();
                });
        assertThat(report.findings())
                .extracting(Finding::message)
                .contains("deployment: left out by rehearsal.scenarios.");
    }

    @Test
    void what_is_chosen_is_rehearsed() {
        RehearsalReport report = project("lock-queue, deployment").rehearse();

        MigrationFacts facts = report.migrations().get(1).facts();
        assertThat(Objects.requireNonNull(facts.lockQueue()).runs()).hasSize(2);
        assertThat(facts.notMeasured()).hasSize(3);
        assertThat(report.deployment()).isNotNull();
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void a_scenario_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> project("lock-queu").project().options())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("rehearsal.scenarios: lock-queu is no scenario")
                .hasMessageContaining("lock-queue");
    }

    private ConfiguredProject project(String scenarios) {
        return new ConfiguredProject(root)
                .script("V1__a.sql", "CREATE TABLE users (id integer PRIMARY KEY);")
                .script("U1__a.sql", "DROP TABLE users;")
                .script("V2__b.sql", "ALTER TABLE users ADD COLUMN a integer;")
                .script("U2__b.sql", "ALTER TABLE users DROP COLUMN a;")
                .set("lockQueue.hold", "500ms")
                .set("crash", "true")
                .set("crash.points", "1")
                .set("scenarios", scenarios);
    }
}
