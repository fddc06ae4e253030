package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.RunState;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.CrashPoint.When;
import dev.rehearsal.result.CrashRun;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole rehearsal of a changelog of Liquibase's. */
class LiquibaseRehearsalIT {
    private static final String LOG = "src/main/resources/db/changelog/db.changelog-master.sql";

    @TempDir
    private Path root;

    @Test
    void what_is_killed_leaves_its_lock_which_is_given_back_before_it_runs_again() {
        RehearsalReport report = project("""
                        --liquibase formatted sql
                        --changeset me:users
                        CREATE TABLE users (id int PRIMARY KEY);
                        --rollback DROP TABLE users;
                        --changeset me:role
                        ALTER TABLE users ADD COLUMN role text;
                        UPDATE users SET role = 'reader';
                        --rollback ALTER TABLE users DROP COLUMN role;
                        --changeset me:two runInTransaction:false
                        CREATE TABLE a (id int PRIMARY KEY);
                        CREATE TABLE IF NOT EXISTS b (id int PRIMARY KEY);
                        --rollback DROP TABLE b;
                        --rollback DROP TABLE a;
                        --changeset me:nothing
                        -- says nothing to the server
                        --rollback empty
                        """).set("crash", "true").rehearse();

        List<CrashRun> role = runs(report.migrations().get(1));
        assertThat(role).extracting(run -> run.point().when()).contains(When.BEFORE_COMMIT, When.AFTER_COMMIT);
        assertThat(role).allSatisfy(run -> {
            assertThat(run.history()).isEqualTo(RunState.FAILED); // a row of databasechangeloglock is left
            assertThat(run.repaired()).isTrue();
        });
        assertThat(role.stream().filter(run -> run.point().when() != When.AFTER_COMMIT))
                .isNotEmpty()
                .allSatisfy(run -> {
                    assertThat(run.partial()).isFalse();
                    assertThat(run.recovered())
                            .as(String.valueOf(run.failure()))
                            .isTrue();
                });
        assertThat(role.stream().filter(run -> run.point().when() == When.AFTER_COMMIT))
                .singleElement()
                .satisfies(run -> assertThat(run.failure())
                        .extracting(Object::toString)
                        .asString()
                        .contains("already exists"));
        assertThat(findings(report.migrations().get(1), "rerun-fails-after-crash"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.NOTE);
                    assertThat(finding.remedy()).contains("precondition").contains("MARK_RAN");
                });

        assertThat(findings(report.migrations().get(2), "rerun-fails-after-crash"))
                .as(runs(report.migrations().get(2)).toString())
                .anySatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.file()).isEqualTo("two in db.changelog-master.sql");
                    assertThat(finding.line()).isEqualTo(10);
                    assertThat(finding.message())
                            .contains("run again, the up fails")
                            .contains("already exists");
                });
        assertThat(Objects.requireNonNull(report.migrations().get(3).facts().crash())
                        .skipped())
                .contains("no statement");
    }

    @Test
    void what_a_precondition_passes_over_is_told_once_and_none_of_it_is_taken_for_measured() {
        RehearsalReport report = project("""
                        --liquibase formatted sql
                        --changeset me:passed-over
                        --preconditions onFail:MARK_RAN
                        --precondition-sql-check expectedResult:1 SELECT 0
                        CREATE TABLE users (id int PRIMARY KEY);
                        --rollback DROP TABLE users;
                        --changeset me:next
                        CREATE TABLE orders (id int PRIMARY KEY);
                        --rollback DROP TABLE orders;
                        """).rehearse();

        MigrationResult over = report.migrations().get(0);
        assertThat(over.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(over.findings())
                .filteredOn(finding -> finding.rule().equals("not-measured"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("marked as ran by its precondition"));
        assertThat(over.facts().schemaAfterDown()).isNull();
        assertThat(over.facts().afterUse()).isNull();
        assertThat(report.migrations().get(1).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void findings_and_plans_say_rollback_and_change_set_and_know_what_liquibase_makes_itself() throws Exception {
        ConfiguredProject project =
                new ConfiguredProject(root).file("src/main/resources/db/changelog/db.changelog-master.yaml", """
                        databaseChangeLog:
                          - changeSet:
                              id: users
                              author: ada
                              changes:
                                - createTable:
                                    tableName: users
                                    columns:
                                      - column: { name: id, type: int, constraints: { primaryKey: true } }
                          - changeSet:
                              id: forgets
                              author: ada
                              comment: "rehearsal: allow data-not-restored — nothing is lost"
                              changes:
                                - sql: { sql: ALTER TABLE users ADD COLUMN c int }
                              rollback:
                                - sql: { sql: SELECT 1 }
                          - changeSet:
                              id: none
                              author: ada
                              changes:
                                - sql: { sql: CREATE TABLE none (id int PRIMARY KEY) }
                        """);

        RehearsalReport report = project.rehearse();
        new RehearsalPlan(project.project()).write(project.reports());

        assertThat(report.migrations().get(0).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(report.migrations().get(0).facts().schemaAfterDown()).isNotNull();
        List<String> told = report.migrations().stream()
                .flatMap(result -> result.findings().stream())
                .map(finding -> finding.message() + " " + finding.remedy())
                .toList();
        assertThat(told)
                .anySatisfy(one ->
                        assertThat(one).contains("After the rollback the schema differs", "Let the rollback put"))
                .anySatisfy(one -> assertThat(one).contains("There is no rollback for change set none."))
                .noneSatisfy(one -> assertThat(one).containsPattern("\\b[Uu]ndo\\b"));
        assertThat(project.report("rollback-plan.md"))
                .contains("| users | made by the runner |")
                .contains("| none | none |")
                .contains("`rollback of forgets in db.changelog-master.yaml`");
        assertThat(project.report("report.json")).contains("\"wayBack\" : \"derived\"", "\"wayBack\" : \"none\"");
    }

    private ConfiguredProject project(String changelog) {
        return new ConfiguredProject(root).file(LOG, changelog);
    }

    private static List<CrashRun> runs(MigrationResult result) {
        CrashCheck check = Objects.requireNonNull(result.facts().crash());
        assertThat(check.skipped()).isNull();
        return check.runs();
    }

    private static List<Finding> findings(MigrationResult result, String rule) {
        return result.findings().stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }
}
