package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severities;
import dev.rehearsal.result.Severity;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.scenario.TestStages;
import dev.rehearsal.testing.TestPostgres;
import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.TableVolume;
import dev.rehearsal.volume.VolumeProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownNamesTest {
    private static final MigrationHistory NOTHING = new MigrationHistory(List.of(), List.of(), List.of());

    @TempDir
    private Path base;

    private Stage stage;

    @BeforeEach
    void makeStage() throws Exception {
        Path scripts = Files.createDirectories(base.resolve("src/main/resources/db/migration"));
        Files.writeString(scripts.resolve("V1__a.sql"), "SELECT 1;");
        stage = TestStages.empty(FlywayRunner.of(FlywayProject.at(base)));
        TestPostgres.run(stage.address(), "CREATE TABLE users (id int, email text)");
    }

    @Test
    void a_table_that_no_version_has_is_an_error_with_the_nearest_name() throws Exception {
        KnownNames names = new KnownNames(saying("userz", "email"), Budgets.DEFAULT);
        names.note(stage);

        assertThat(names.unknown(NOTHING, true)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("volume-unknown-name");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains("`userz`").contains("`users`");
        });
    }

    @Test
    void a_column_that_no_version_has_is_an_error() throws Exception {
        KnownNames names = new KnownNames(saying("users", "emial"), Budgets.DEFAULT);
        names.note(stage);

        assertThat(names.unknown(NOTHING, true))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("`email`");
    }

    @Test
    void a_column_that_a_later_version_drops_is_known() throws Exception {
        KnownNames names = new KnownNames(saying("users", "email"), Budgets.DEFAULT);
        names.note(stage);
        TestPostgres.run(stage.address(), "ALTER TABLE users DROP COLUMN email");
        names.note(stage);

        assertThat(names.unknown(NOTHING, true)).isEmpty();
    }

    @Test
    void a_table_of_budgets_or_rules_that_no_version_has_is_an_error_with_the_nearest_name() throws Exception {
        KnownNames names = new KnownNames(VolumeProfile.uniform(1, 10), budgets("usres", "public.orders", "users"));
        names.note(stage);

        assertThat(names.unknown(NOTHING, true)).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("setting-unknown-name");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        });
        assertThat(names.unknown(NOTHING, true))
                .extracting(Finding::message)
                .containsExactly(
                        "budgets.tables.usres names the table `usres`, which no migration creates; the nearest is `users`.",
                        "rules.tables.public.orders names the table `public.orders`, which no migration creates;"
                                + " the nearest is `public.users`.");
    }

    @Test
    void where_not_all_was_gone_through_a_table_that_a_script_mentions_may_have_been_there() throws Exception {
        KnownNames names = new KnownNames(VolumeProfile.uniform(1, 10), budgets("legacy", "legaci", "users"));
        names.note(stage);
        MigrationHistory history = new MigrationHistory(
                List.of(), List.of(new Script("R__x.sql", null, "DROP TABLE IF EXISTS Legacy;")), List.of());

        assertThat(names.unknown(history, false))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("rules.tables.legaci");
        assertThat(names.unknown(history, true)).hasSize(2);
    }

    @Test
    void a_budget_may_be_for_a_view_but_not_for_a_part_of_a_name() throws Exception {
        KnownNames names = new KnownNames(VolumeProfile.uniform(1, 10), budgets("totals", "total", "users"));
        names.note(stage);
        MigrationHistory history = new MigrationHistory(
                List.of(),
                List.of(new Script(
                        "R__x.sql", null, "CREATE MATERIALIZED VIEW IF NOT EXISTS report.Totals AS SELECT 1;")),
                List.of());

        for (boolean whole : new boolean[] {true, false}) {
            assertThat(names.unknown(history, whole))
                    .extracting(Finding::message)
                    .singleElement()
                    .asString()
                    .contains("rules.tables.total ");
        }
    }

    @Test
    void a_version_of_budgets_that_the_history_does_not_have_is_an_error() {
        MigrationHistory history = FlywayRunner.of(FlywayProject.at(base)).history();
        Budgets budgets = new Budgets(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Map.of(),
                Severities.DEFAULT,
                Map.of("1", OF_MIGRATION, "99", OF_MIGRATION),
                Budgets.Size.STAGE);

        assertThat(KnownNames.unknownVersions(budgets, history))
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .startsWith("budgets.migrations.99 names a version that there is not");
    }

    private static final Budgets.MigrationBudget OF_MIGRATION =
            new Budgets.MigrationBudget(Duration.ofSeconds(1), null, null);

    private static Budgets budgets(String budget, String rule, String known) {
        Budgets.TableBudget own = new Budgets.TableBudget(Duration.ofSeconds(1), null);
        return new Budgets(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Map.of(budget, own, known, own, "public." + known, own),
                new Severities(Map.of(), Map.of(rule, Map.of("lock-too-long", Severity.NOTE)), 1, 2),
                Map.of(),
                Budgets.Size.STAGE);
    }

    private static VolumeProfile saying(String table, String column) {
        return VolumeProfile.uniform(1, 10).with(table, new TableVolume(null, Map.of(column, ColumnVolume.UNSAID)));
    }
}
