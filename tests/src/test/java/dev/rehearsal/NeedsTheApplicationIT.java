package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java migrations that cannot be made without the application, and what an administrator does before all of them. */
class NeedsTheApplicationIT {
    private ConfiguredProject project;

    @BeforeEach
    void oneVersionAndAClass(@TempDir Path root) {
        project = new ConfiguredProject(root)
                .script("V1__users.sql", "CREATE TABLE users (id int PRIMARY KEY, name text);\n")
                .script("U1__users.sql", "DROP TABLE users;\n")
                .flyway("postgresql.transactional.lock", "false");
    }

    private ConfiguredProject withTheClass() {
        return project.flyway(
                "locations", "filesystem:src/main/resources/db/migration,classpath:dev/rehearsal/flyway/application");
    }

    @Test
    void a_class_that_wants_the_application_is_named_with_the_setting_and_not_passed_over() {
        assertThatThrownBy(() -> withTheClass().rehearse())
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("V2_5__Wants_a_bean (version 2.5)")
                .hasMessageContaining("no constructor without parameters")
                .hasMessageContaining("standIn: { \"2.5\": \"stand-in.sql\" }");
    }

    @Test
    void a_script_stands_for_it_and_the_report_shows_it() {
        RehearsalReport report = withTheClass()
                .set("standIn.2.5", "rehearsal/stand-in.sql")
                .file("rehearsal/stand-in.sql", "ALTER TABLE users ADD COLUMN bean text;\n")
                .script("V3__use.sql", "ALTER TABLE users ALTER COLUMN bean SET DEFAULT 'x';\n")
                .script("U3__use.sql", "ALTER TABLE users ALTER COLUMN bean DROP DEFAULT;\n")
                .set("rules.undo-missing", "note")
                .rehearse();

        assertThat(report.migrations())
                .extracting(m -> m.facts().migration().version())
                .containsExactly("1", "2.5", "3");
        Migration standIn = report.migrations().get(1).facts().migration();
        assertThat(standIn.description()).contains("stand-in: rehearsal/stand-in.sql");
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(project.report("report.md")).contains("stand-in: rehearsal/stand-in.sql");
    }

    @Test
    void it_can_be_left_out_with_a_reason_alone() {
        assertThatThrownBy(
                        () -> withTheClass().set("standIn.2.5", "does nothing").rehearse())
                .isInstanceOf(MigrationSourceException.class)
                .hasMessageContaining("say why it can be left out");

        RehearsalReport report = project.set("standIn.2.5", "does nothing — it only sends mails")
                .set("rules.undo-missing", "note")
                .rehearse();

        assertThat(report.migrations().get(1).facts().migration().description()).contains("it only sends mails");
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void what_an_administrator_does_first_is_there_for_every_version() {
        String role = "beforehand_" + Long.toString(System.nanoTime(), 36);
        project.set("beforehand", "dba/roles.sql,dba/database.sql")
                .file("dba/roles.sql", "-- roles\nCREATE ROLE " + role + ";\nCREATE ROLE " + role + ";\n")
                .file(
                        "dba/database.sql",
                        "GRANT CREATE ON DATABASE :DBNAME TO " + role + ";\nCREATE EXTENSION pg_trgm;\n")
                .script("V2__grant.sql", "GRANT SELECT ON users TO " + role + ";\nSELECT similarity('a', 'b');\n")
                .script("U2__grant.sql", "REVOKE SELECT ON users FROM " + role + ";\n");

        RehearsalReport report = project.rehearse();

        assertThat(ConfiguredProject.findings(report)).allMatch(finding -> finding.startsWith("NOTE"));
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.migrations()).hasSize(2);
    }

    @Test
    void a_script_that_names_its_database_is_told_of_the_setting() {
        project.script("V2__grant.sql", "GRANT CONNECT ON DATABASE shop_of_nobody TO PUBLIC;\n");

        RehearsalReport report = project.rehearse();

        assertThat(report.migrations().get(1).findings())
                .filteredOn(finding -> finding.rule().equals("up-failed"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).contains("databaseName"));
    }

    @Test
    void an_error_in_it_names_file_and_line() {
        project.set("beforehand", "dba.sql").file("dba.sql", "-- one\nSELECT 1;\n\nGRANT nothing TO nobody;\n");

        RehearsalReport report = project.rehearse();

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("dba.sql:4", "rehearsal.beforehand"));
    }
}
