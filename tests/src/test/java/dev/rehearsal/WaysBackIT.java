package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.plan.PlanDocuments;
import dev.rehearsal.postgres.plan.PostgresPlanQueries;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.settings.InvalidSettingException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project without a way back is told: at first once, later for each, and nothing where it only goes forward. */
class WaysBackIT {
    private ConfiguredProject project;

    @BeforeEach
    void threeVersionsWithoutAnUndo(@TempDir Path root) {
        project = new ConfiguredProject(root)
                .script("V1__users.sql", "CREATE TABLE users (id int PRIMARY KEY, name text);\n")
                .script("V2__age.sql", "ALTER TABLE users ADD COLUMN age int;\n")
                .script("V3__note.sql", "ALTER TABLE users ADD COLUMN note text;\n")
                .flyway("postgresql.transactional.lock", "false");
    }

    @Test
    void a_project_that_has_no_undo_yet_is_told_once_and_passes() {
        RehearsalReport report = project.rehearse();

        assertThat(ConfiguredProject.findings(report)).containsExactly("WARNING undo-missing V1__users.sql");
        assertThat(report.findings().get(0).message()).contains("3 migrations");
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(project.report("report.md")).contains("undo-missing");
        assertThat(project.lint().ofHistory()).isEmpty();
        assertThat(project.lint().findings())
                .extracting(ConfiguredProject::words)
                .containsExactly("WARNING undo-missing V1__users.sql");
    }

    @Test
    void from_the_first_undo_on_each_is_asked_for_its_own() {
        project.script("U2__age.sql", "ALTER TABLE users DROP COLUMN age;\n");

        RehearsalReport report = project.rehearse();

        assertThat(ConfiguredProject.findings(report))
                .filteredOn(finding -> finding.contains("undo-missing"))
                .containsExactly("ERROR undo-missing V1__users.sql", "ERROR undo-missing V3__note.sql");
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(project.lint().findings())
                .extracting(ConfiguredProject::words)
                .containsExactly("ERROR undo-missing V1__users.sql", "ERROR undo-missing V3__note.sql");
    }

    @Test
    void each_is_asked_for_its_own_where_the_project_says_so() {
        assertThat(ConfiguredProject.findings(project.set("undo", "required").rehearse()))
                .containsExactly(
                        "ERROR undo-missing V1__users.sql",
                        "ERROR undo-missing V2__age.sql",
                        "ERROR undo-missing V3__note.sql");
    }

    @Test
    void a_severity_of_the_project_weighs_and_a_declaration_of_all_is_enough() {
        assertThat(ConfiguredProject.findings(
                        project.set("rules.undo-missing", "error").rehearse()))
                .containsExactly("ERROR undo-missing V1__users.sql");
        for (String script : new String[] {"V1__users.sql", "V2__age.sql", "V3__note.sql"}) {
            project.script(script, "-- rehearsal: irreversible — a sample\nSELECT 1;\n");
        }
        assertThat(ConfiguredProject.findings(project.rehearse())).isEmpty();
    }

    @Test
    void a_project_that_only_goes_forward_is_told_nothing_of_the_way_back() {
        String why = "restored from a snapshot";
        RehearsalReport report = project.set("undo", "none — " + why).rehearse();

        assertThat(ConfiguredProject.findings(report)).isEmpty();
        assertThat(project.lint().findings()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.migrations())
                .hasSize(3)
                .allMatch(m -> why.equals(m.facts().forwardOnly()));
        for (String file : new String[] {"report.html", "report.md"}) {
            String text = project.report(file).toLowerCase(Locale.ROOT);
            assertThat(text)
                    .as(file)
                    .contains("forward only", why)
                    .doesNotContain("undo script", "no way back", "down:");
        }
        assertThat(project.report("report.json")).contains("\"forwardOnly\" : \"" + why + "\"");
        assertThat(project.report("TEST-rehearsal.xml")).doesNotContain("<skipped", "down restores", "up again");
    }

    @Test
    void its_plans_say_that_it_only_goes_forward() {
        project.set("undo", "none — restored from a snapshot").rehearse();

        PlanDocuments documents = new PlanDocuments(new PostgresPlanQueries(), null);
        Map<String, String> plans = documents.render(documents.plan(
                project.reports(), project.project().runner().history(), "public.flyway_schema_history"));

        assertThat(plans.get(PlanDocuments.ROLLBACK))
                .contains("Forward only: restored from a snapshot")
                .doesNotContain("Immediate: the undo", "not measured:");
        assertThat(plans.get(PlanDocuments.PLAN))
                .contains("forward only: restored from a snapshot")
                .doesNotContain("Every undo", "The undo fails", "Rollback: **missing**", "The way back took");
    }

    @Test
    void a_reason_is_asked_for_and_a_word_that_is_not_known_is_refused() {
        assertThatThrownBy(() -> project.set("undo", "none").rehearse())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("rehearsal.undo=none: say why");
        assertThatThrownBy(() -> project.set("undo", "never").rehearse())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("auto, required, or none");
    }
}
