package dev.rehearsal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.recorded.OlderReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanDocumentsTest {
    @TempDir
    static Path folder;

    @TempDir
    Path other;

    private static PlannedProject project;
    private static Path directory;

    @BeforeAll
    static void rehearse() throws SQLException {
        project = PlannedProject.in(folder);
        directory = project.rehearse();
    }

    @Test
    void the_plan_says_what_was_measured_and_what_was_not() {
        String plan = documents().get(PlanDocuments.PLAN);
        assertThat(plan)
                .contains("# Migration plan: version 2")
                .contains("public.users")
                .contains("Issue: **missing**")
                .contains("Removed tables and views: `public.doomed`")
                .contains("New tables and views: `public.events`")
                .contains("Not tried in this rehearsal")
                .contains("SELECT count(*)")
                .contains("- [x] Every undo restored the whole schema")
                .contains("- [ ] Every script's header is complete")
                .contains("T + 0.00 min");
        assertThat(documents().get(PlanDocuments.ROLLBACK))
                .contains("Who decides", "U2__everything", "as before", "Newest first")
                .contains("as before version 2");
    }

    @Test
    void the_same_report_and_scripts_give_the_same_bytes() {
        assertThat(documents()).isEqualTo(documents());
    }

    @Test
    void hostile_text_is_shown_and_not_obeyed() {
        String page = documents().get(PlanDocuments.PAGE);
        assertThat(page)
                .contains("&lt;b&gt;nothing&lt;/b&gt;")
                .doesNotContain("<b>nothing")
                .doesNotContain("href=\"javascript")
                .doesNotContain("<script")
                .contains("<table>", "type=\"checkbox\"", "id=\"rollback\"")
                .doesNotContain("{{");
    }

    @Test
    void no_table_of_the_page_is_left_as_text() {
        assertThat(documents().get(PlanDocuments.PAGE)).doesNotContain("|---");
    }

    @Test
    void a_project_may_replace_a_template() throws IOException {
        Files.writeString(other.resolve("plan.md.mustache"), "Ours: {{summary.title}} {{#steps}}{{script}}{{/steps}}");
        Map<String, String> documents = project.documents(other).render(plan());
        assertThat(documents.get(PlanDocuments.PLAN)).isEqualTo("Ours: version 2 `V2__everything.sql`");
        assertThat(documents.get(PlanDocuments.ROLLBACK)).startsWith("# Rollback plan");
    }

    @Test
    void a_template_that_names_what_is_not_there_is_refused() throws IOException {
        Files.writeString(other.resolve("plan.md.mustache"), "\n{{sumary}}");
        assertThatThrownBy(() -> project.documents(other).render(plan()))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining("plan.md.mustache")
                .hasMessageContaining("sumary");
        assertThatThrownBy(() -> project.documents(other.resolve("nowhere")).render(plan()))
                .hasMessageContaining("there is no such directory");
    }

    @Test
    void without_a_report_the_remedy_is_named() {
        assertThatThrownBy(() -> project.plan(other)).hasMessageContaining("run mvn rehearsal:verify first");
    }

    @Test
    void a_report_of_another_version_is_refused() throws IOException {
        String json = Files.readString(directory.resolve("report.json"));
        Files.writeString(
                other.resolve("report.json"), json.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 99"));
        assertThatThrownBy(() -> project.plan(other)).hasMessageContaining("99").hasMessageContaining("verify");
        Files.writeString(other.resolve("report.json"), "{");
        assertThatThrownBy(() -> project.plan(other)).hasMessageContaining("cannot be read");
    }

    @Test
    void a_report_of_an_older_version_gives_the_same_plan() throws IOException {
        Map<String, String> today = documents();
        assertThat(today.get(PlanDocuments.PLAN)).contains("(ACCESS EXCLUSIVE on public.");
        String json = Files.readString(directory.resolve("report.json"));
        assertThat(json).contains("\"modeWords\" : \"ACCESS EXCLUSIVE\"");
        Files.writeString(other.resolve("report.json"), OlderReport.of(json));
        assertThat(project.documents(null).render(project.plan(other))).isEqualTo(today);
    }

    @Test
    void a_script_that_changed_since_the_rehearsal_is_refused() throws IOException {
        PlannedProject changed = PlannedProject.in(other);
        changed.write("V2__everything", PlannedProject.UP + "\n-- more");
        assertThatThrownBy(() -> changed.plan(directory)).hasMessageContaining("V2__everything.sql has changed");
        changed.write("V2__everything", PlannedProject.UP);
        changed.write("U2__everything", PlannedProject.DOWN + "\n-- more");
        assertThatThrownBy(() -> changed.plan(directory)).hasMessageContaining("the undo of version 2 has changed");
    }

    private static PlanContent plan() {
        return project.plan(directory);
    }

    private static Map<String, String> documents() {
        return project.documents(null).render(plan());
    }
}
