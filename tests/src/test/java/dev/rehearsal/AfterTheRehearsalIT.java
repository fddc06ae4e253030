package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.approval.Approvals;
import dev.rehearsal.coverage.FoundTests;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.inspection.InspectionReport;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.report.InspectionReports;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows a rehearsal works with any runner: the plan, the deployment, and the inspection of what was migrated. */
class AfterTheRehearsalIT {
    private static final Map<String, String> CHANGE_SETS = Map.of("src/main/resources/db/changelog/changelog.sql", """
            --liquibase formatted sql
            --changeset me:users
            CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);
            --rollback DROP TABLE users;
            --changeset me:orders
            CREATE TABLE orders (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
            CREATE INDEX orders_user ON orders (user_id);
            --rollback DROP TABLE orders;
            """);

    private static final Map<String, String> FILES =
            Map.of("db/migrations/1_users.sql", """
            -- migrate:up
            CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);
            -- migrate:down
            DROP TABLE users;
            """, "db/migrations/2_orders.sql", """
            -- migrate:up
            CREATE TABLE orders (id int PRIMARY KEY, user_id int NOT NULL REFERENCES users);
            CREATE INDEX orders_user ON orders (user_id);
            -- migrate:down
            DROP TABLE orders;
            """);

    @TempDir
    private Path root;

    static List<Map<String, String>> projects() {
        return List.of(CHANGE_SETS, FILES);
    }

    @ParameterizedTest
    @MethodSource("projects")
    void what_was_migrated_is_inspected_and_what_was_not_is_named(Map<String, String> files) throws Exception {
        ConfiguredProject project = new ConfiguredProject(root);
        files.forEach(project::file);
        RehearsalReport report = project.rehearse();
        assertThat(report.verdict()).as(project.report("report.md")).isEqualTo(Verdict.PASSED);
        new RehearsalPlan(project.project()).write(project.reports());
        assertThat(project.report("plan.md")).contains("2 migrations");

        assertThat(report.deployment()).isNotNull();

        Approvals approvals = project.set("approvals.LOW.plan", "dba")
                .set("approvals.LOW.rollback-plan", "")
                .project()
                .approvals(project.reports(), Clock.systemUTC());
        assertThat(approvals.standing().problems()).isNotEmpty();
        approvals.approve("dba", "Ada", Optional.empty());
        assertThat(approvals.standing().problems()).isEmpty();

        MigrationRunner runner = project.project().runner();
        List<Migration> history = runner.history().migrations();
        FoundTests tests = new FoundTests(Set.of(history.get(0).id().key()), List.of());
        assertThat(tests.of(history).without()).containsExactly(history.get(1).version());

        DatabaseAddress production = TestPostgres.freshDatabase();
        assertThat(runner.up(TestPostgres.connect(production), history.get(0), RunEvents.NONE))
                .isNull();
        InspectionReport half = inspect(project, production);
        assertThat(half.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(InspectionReports.summary(half)).contains(history.get(1).version());

        assertThat(runner.head(TestPostgres.connect(production))).isNull();
        TestPostgres.run(production, "ANALYZE");
        InspectionReport all = inspect(project, production);
        assertThat(all.count(Severity.ERROR)).as(InspectionReports.summary(all)).isZero();
        assertThat(all.verdict()).isEqualTo(Verdict.PASSED);
    }

    private static InspectionReport inspect(ConfiguredProject project, DatabaseAddress production) throws Exception {
        project.set("inspect.url", production.url())
                .set("inspect.user", production.user())
                .set("inspect.password", production.password());
        return new DatabaseInspection(project.project(), project.reports(), Clock.systemUTC()).run();
    }
}
