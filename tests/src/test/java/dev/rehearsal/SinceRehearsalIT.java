package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.application.ApplicationFolder;
import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.coverage.TestSearch;
import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.postgres.PostgresDialect;
import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.report.Reports;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.rule.TestRules;
import dev.rehearsal.scenario.CrashLimits;
import dev.rehearsal.selection.Selector;
import dev.rehearsal.testing.SharedServer;
import dev.rehearsal.volume.VolumeProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a merge request does to a repeatable script, through a whole rehearsal and into every report. */
class SinceRehearsalIT {
    private static final String OLD = "CREATE OR REPLACE VIEW names AS SELECT id, name FROM users;\n";

    private Budgets budgets = Budgets.DEFAULT;

    @TempDir
    private Path project;

    @BeforeEach
    void makeProject() throws Exception {
        script("V1__users.sql", "CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);\n");
        script("U1__users.sql", "DROP TABLE users CASCADE;\n");
        script("R__a_names.sql", OLD);
        script("R__b_count.sql", "CREATE OR REPLACE VIEW names_count AS SELECT count(*) FROM names;\n");
        try (Git git = Git.init()
                .setDirectory(project.toFile())
                .setInitialBranch("main")
                .call()) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setMessage("base")
                    .setAuthor("A", "a@example.com")
                    .setCommitter("A", "a@example.com")
                    .setSign(false)
                    .call();
        }
    }

    @Test
    void a_new_text_that_goes_back_and_forth_passes_through_every_scenario_after_the_new_version() throws Exception {
        script("V2__age.sql", "ALTER TABLE users ADD COLUMN age int;\n");
        script("U2__age.sql", "ALTER TABLE users DROP COLUMN age;\n");
        script(
                "R__a_names.sql",
                "CREATE OR REPLACE VIEW names AS SELECT id, upper(name) AS name FROM users; -- no other columns\n");

        RehearsalReport report = rehearse();

        assertThat(report.findings()).isEmpty();
        assertThat(errors(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.migrations())
                .extracting(m -> m.facts().migration().version())
                .containsExactly("2", "R__a_names");
        var facts = report.migrations().get(1).facts();
        assertThat(facts.phases())
                .extracting(phase -> phase.phase())
                .contains(Phase.UP, Phase.DOWN, Phase.UP_AGAIN, Phase.DOWN_AFTER_USE);
        assertThat(facts.phase(Phase.UP).orElseThrow().facts().statements())
                .extracting(statement -> statement.script() + ":" + statement.line())
                .containsExactly("R__a_names.sql:1");
        assertThat(facts.phase(Phase.DOWN).orElseThrow().facts().statements())
                .extracting(statement -> statement.script() + ":" + statement.line())
                .containsExactly("R__a_names.sql@main:1");
        assertThat(facts.crash()).isNotNull();
        assertThat(facts.crash().runs()).isNotEmpty().allMatch(run -> run.failure() == null);
        assertThat(report.schema()).isNotNull();
        assertThat(report.schema().version()).isEqualTo("2");
    }

    @Test
    void a_new_text_that_cannot_run_is_told_with_its_line_in_every_report() throws Exception {
        script("R__a_names.sql", "-- a comment\nCREATE OR REPLACE VIEW names AS SELECT nothing FROM users;\n");

        RehearsalReport report = rehearse();

        assertThat(errors(report)).contains("up-failed R__a_names.sql:2");
        for (String file : List.of(
                "report.html",
                "report.md",
                "report.json",
                "report.sarif",
                "gl-code-quality.json",
                "TEST-rehearsal.xml")) {
            assertThat(Files.readString(project.resolve("target").resolve(file)).replace("<wbr/>", ""))
                    .as(file)
                    .contains("R__a_names");
        }
    }

    @Test
    void what_depends_on_it_and_goes_with_it_does_not_come_back() throws Exception {
        script("R__a_names.sql", "DROP VIEW IF EXISTS names CASCADE;\n" + OLD);

        assertThat(errors(rehearse())).contains("schema-not-restored R__a_names.sql@main:0");
    }

    @Test
    void a_lock_a_lost_column_and_an_old_text_that_cannot_run_any_more_are_told() throws Exception {
        // so far beyond that no busy machine can be the reason
        budgets = new Budgets(Duration.ofMillis(20), Duration.ofHours(1), Duration.ofHours(1));
        script("R__b_count.sql", """
                LOCK TABLE users IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(0.8);
                DROP VIEW names_count;
                CREATE VIEW names_count AS SELECT 1 AS one;
                """);
        Files.createDirectories(project.resolve("application"));
        Files.writeString(project.resolve("application/all.sql"), "SELECT count FROM names_count;\n");

        assertThat(errors(rehearse()))
                .contains(
                        "lock-too-long R__b_count.sql:1",
                        "undo-failed R__b_count.sql@main:1",
                        "application-breaks R__b_count.sql:0");
    }

    @Test
    void an_old_text_of_the_schema_before_a_new_version_is_a_warning() throws Exception {
        script("V2__full_name.sql", """
                -- rehearsal: irreversible — a sample
                DROP VIEW names CASCADE;
                ALTER TABLE users RENAME COLUMN name TO full_name;
                """);
        script("R__a_names.sql", "CREATE OR REPLACE VIEW names AS SELECT id, full_name AS name FROM users;\n");

        RehearsalReport report = rehearse();

        assertThat(errors(report)).doesNotContain("undo-failed R__a_names.sql@main:1");
        assertThat(report.migrations().get(1).findings())
                .filteredOn(finding -> finding.rule().equals("undo-failed"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.message()).endsWith("that order was not rehearsed.");
                });
    }

    @Test
    void a_new_repeatable_script_needs_no_way_back() throws Exception {
        script("R__c_new.sql", "CREATE OR REPLACE VIEW more AS SELECT * FROM names;\n");

        RehearsalReport report = rehearse();

        assertThat(report.verdict()).as(errors(report).toString()).isEqualTo(Verdict.PASSED);
        assertThat(report.migrations())
                .singleElement()
                .satisfies(
                        m -> assertThat(m.findings()).extracting(Finding::rule).doesNotContain("undo-missing"));
    }

    @Test
    void where_there_are_repeatable_scripts_alone_the_others_are_there_before() throws Exception {
        Files.delete(project.resolve("db/V1__users.sql"));
        Files.delete(project.resolve("db/U1__users.sql"));
        script("R__a_names.sql", "CREATE OR REPLACE VIEW names AS SELECT 1 AS id;\n");
        try (Git git = Git.open(project.toFile())) {
            git.add().addFilepattern(".").call();
            git.commit()
                    .setAll(true)
                    .setMessage("views")
                    .setAuthor("A", "a@example.com")
                    .setCommitter("A", "a@example.com")
                    .setSign(false)
                    .call();
        }
        script("R__a_names.sql", "CREATE OR REPLACE VIEW names AS SELECT 2 AS id;\n");

        RehearsalReport report = rehearse();

        assertThat(report.verdict()).as(errors(report).toString()).isEqualTo(Verdict.PASSED);
        assertThat(report.migrations()).hasSize(1);
    }

    @Test
    void where_nothing_has_changed_every_report_says_what_was_compared() throws Exception {
        RehearsalReport report = rehearse();

        assertThat(report.verdict()).isEqualTo(Verdict.PASSED);
        String told = "nothing that the runner reads has changed since main; compared were 1 script, 1 undo script, 2"
                + " repeatable scripts";
        assertThat(Reports.summary(report).replaceAll("\\s+", " ")).contains("PASSED: " + told);
        for (String file : List.of("report.html", "report.md")) {
            assertThat(Files.readString(project.resolve("target").resolve(file)))
                    .as(file)
                    .contains(told);
        }
        assertThat(Files.readString(project.resolve("target/report.json"))).contains("\"2 repeatable scripts\"");
    }

    private RehearsalReport rehearse() throws Exception {
        FlywayRunner runner = FlywayRunner.of(FlywayProject.at(project).withLocations("filesystem:db"));
        Path folder = project.resolve("application");
        List<ApplicationStatement> application =
                Files.isDirectory(folder) ? ApplicationFolder.read(folder, new PostgresLexer()) : List.of();
        RehearsalReport report = new Rehearsal(
                        new RehearsalOptions(
                                runner,
                                progress -> new SharedServer(),
                                new PostgresDialect(),
                                Selector.since(project, "main"),
                                VolumeProfile.uniform(7, 50),
                                new Judge(TestRules.POSTGRES, budgets),
                                Duration.ofMinutes(1),
                                Duration.ofMillis(200),
                                application,
                                Duration.ofSeconds(5),
                                CrashLimits.of(3),
                                TestSearch.NONE),
                        Progress.SILENT,
                        Clock.systemUTC())
                .run();
        new Reports(Map.of(), project, null).writeAll(project.resolve("target"), report);
        return report;
    }

    private void script(String name, String text) throws Exception {
        Files.writeString(Files.createDirectories(project.resolve("db")).resolve(name), text);
    }

    private static List<String> errors(RehearsalReport report) {
        return report.migrations().stream()
                .flatMap(m -> m.findings().stream())
                .filter(finding -> finding.severity() == dev.rehearsal.result.Severity.ERROR)
                .map(finding -> finding.rule() + " " + finding.file() + ":" + finding.line())
                .toList();
    }
}
