package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.settings.InvalidSettingException;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stood in the way of projects that nobody here wrote. */
class ProjectAsItIsIT {
    private ConfiguredProject project;

    @BeforeEach
    void oneVersion(@TempDir Path root) {
        project = new ConfiguredProject(root)
                .script("V1__users.sql", "CREATE TABLE users (id int PRIMARY KEY, name text);\n")
                .script("U1__users.sql", "DROP TABLE users;\n");
    }

    @Test
    void a_file_that_flyway_passes_over_is_a_warning_and_the_others_are_rehearsed() {
        project.script("rollback/old.sql", "SELECT 1;").script("V1_typo.sql", "SELECT 1;");

        RehearsalReport report = project.rehearse();

        assertThat(report.findings())
                .extracting(Finding::rule, Finding::severity)
                .containsOnly(org.assertj.core.groups.Tuple.tuple("name-not-recognised", Severity.WARNING))
                .hasSize(2);
        assertThat(report.migrations()).hasSize(1);
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(project.lint().ofHistory()).isEmpty();
        assertThat(project.lint().findings()).extracting(Finding::rule).contains("name-not-recognised");
    }

    @Test
    void it_is_an_error_where_flyway_would_refuse_to_run() {
        project.script("ResetDatabase.sql", "SELECT 1;").flyway("validateMigrationNaming", "true");

        RehearsalReport report = project.rehearse();

        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains("ResetDatabase.sql", "flyway.validateMigrationNaming");
        });
        assertThat(report.migrations()).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
    }

    /** Flyway then keeps its history there, too. */
    @Test
    void a_schema_that_only_the_url_names_holds_tables_and_history() {
        project.flyway("url", "jdbc:postgresql://production/shop?currentSchema=app")
                .script("V2__orders.sql", "CREATE TABLE orders (id bigint PRIMARY KEY, note text);")
                .script("U2__orders.sql", "DROP TABLE orders;")
                .script("V3__paid.sql", "ALTER TABLE orders ADD COLUMN paid boolean;")
                .script("U3__paid.sql", "ALTER TABLE orders DROP COLUMN paid;");

        RehearsalReport report = project.rehearse();

        assertThat(ConfiguredProject.findings(report)).noneMatch(finding -> finding.startsWith("ERROR"));
        assertThat(report.tables()).extracting(TableFacts::table).contains("app.orders");
    }

    @Test
    void a_migrating_session_connects_as_the_projects_own() {
        project.flyway(
                        "url",
                        "jdbc:postgresql://production/shop?currentSchema=app,public&options=-c%20shop.tenant=blue"
                                + "&connectTimeout=3")
                .set("timeZone", "Asia/Tokyo")
                .script("V2__check.sql", """
                        CREATE SCHEMA IF NOT EXISTS app;
                        DO $$ BEGIN
                          IF position('app' IN current_setting('search_path')) = 0
                             OR current_setting('shop.tenant', true) IS DISTINCT FROM 'blue'
                             OR current_setting('TimeZone') <> 'Asia/Tokyo' THEN
                            RAISE EXCEPTION 'path %, tenant %, zone %', current_setting('search_path'),
                                current_setting('shop.tenant', true), current_setting('TimeZone');
                          END IF;
                        END $$;
                        """)
                .script("U2__check.sql", """
                        DO $$ BEGIN
                          IF current_setting('TimeZone') <> 'Asia/Tokyo' THEN RAISE EXCEPTION 'zone'; END IF;
                        END $$;
                        DROP SCHEMA app;
                        """)
                .flyway("defaultSchema", "public");

        RehearsalReport report = project.rehearse();

        assertThat(ConfiguredProject.findings(report)).noneMatch(finding -> finding.startsWith("ERROR"));
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("setting-without-effect"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("connectTimeout"));
    }

    @Test
    void a_time_zone_that_there_is_not_is_refused() {
        assertThatThrownBy(() -> project.set("timeZone", "Berlin").rehearse())
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("rehearsal.timeZone=Berlin");
    }

    @Test
    void a_repeatable_that_is_newer_than_a_version_has_not_run_before_it(@TempDir Path root) throws Exception {
        ConfiguredProject dated = new ConfiguredProject(root)
                .script("V1__users.sql", "CREATE TABLE users (id int PRIMARY KEY, name varchar(10));\n")
                .script("U1__users.sql", "DROP TABLE users CASCADE;\n");
        try (Git git = Git.init().setDirectory(root.toFile()).call()) {
            commit(git);
            dated.script("V2__longer.sql", "ALTER TABLE users ALTER COLUMN name TYPE text;\n")
                    .script("U2__longer.sql", "ALTER TABLE users ALTER COLUMN name TYPE varchar(10);\n");
            commit(git);
            dated.script("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT name FROM users;\n");
            commit(git);
        }

        RehearsalReport report = dated.rehearse();

        assertThat(ConfiguredProject.findings(report)).noneMatch(finding -> finding.contains("up-failed"));
        assertThat(report.migrations()).hasSize(2);
    }

    private static void commit(Git git) throws Exception {
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage("one more")
                .setAuthor("A", "a@example.com")
                .setCommitter("A", "a@example.com")
                .setSign(false)
                .call();
    }
}
