package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.plan.PlanContent.Query;
import dev.rehearsal.plan.PlanDocuments;
import dev.rehearsal.postgres.plan.PostgresPlanQueries;
import dev.rehearsal.report.json.JsonReport;
import dev.rehearsal.report.markdown.MarkdownReport;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.result.FailedUps;
import dev.rehearsal.result.FailedUps.Whose;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of ours meet what a script assumes of production's, from the first version on that has the table. */
class AssumedIT {
    private static final String BASE = """
            CREATE TABLE countries (code varchar(20) PRIMARY KEY);
            CREATE TABLE users (id bigint PRIMARY KEY, email varchar(3), age int, country varchar(20));
            """;

    @TempDir
    private Path root;

    /** What a version adds, and what it may assume. */
    record Way(String sql, String assumption) {}

    static List<Way> ways() {
        return List.of(
                new Way("CREATE UNIQUE INDEX users_age ON users (age);", "UNIQUE (age) on users"),
                new Way("CREATE UNIQUE INDEX u ON users (lower(email));", "UNIQUE (lower(email)) on public.users"),
                new Way(
                        "CREATE UNIQUE INDEX u ON users (age) WHERE country IS NOT NULL;",
                        "UNIQUE (age) WHERE country IS NOT NULL on users"),
                new Way("ALTER TABLE users ALTER COLUMN age SET NOT NULL;", "NOT NULL (age) on users"),
                new Way("ALTER TABLE users ADD CHECK (age - 1 > 1000000);", "CHECK (age - 1 > 1000000) on users"),
                new Way(
                        "ALTER TABLE users ADD FOREIGN KEY (country) REFERENCES countries;",
                        "(country) REFERENCES countries (code) on users"),
                new Way(
                        "ALTER TABLE users ADD FOREIGN KEY (country) REFERENCES countries;",
                        "country references countries on \"users\""));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void a_version_that_fails_on_rows_of_ours_passes_where_it_assumes_that_there_are_none(Way way) throws Exception {
        SmallHistory history = history(way.sql());
        MigrationResult without = history.rehearse().migrations().get(2);
        assertThat(without.verdict()).as("%s", without.findings()).isEqualTo(Verdict.FAILED);

        history.write(
                "V5__fails.sql",
                irreversible("-- rehearsal: assume " + way.assumption() + " — asked on 3 May\n" + way.sql()));
        RehearsalReport report = history.rehearse();
        assertThat(report.verdict())
                .as("%s %s", report.findings(), report.migrations().get(2).findings())
                .isEqualTo(Verdict.PASSED);
        assertThat(report.migrations().get(2).facts().tables())
                .filteredOn(table -> table.table().equals("public.users"))
                .singleElement()
                .satisfies(users -> assertThat(users.rows()).isEqualTo(300));
        assertThat(report.assumed()).singleElement().satisfies(assumed -> {
            assertThat(assumed.met()).isTrue();
            assertThat(assumed.question()).contains("NOT EXISTS");
        });
        assertThat(new JsonReport().render(report)).contains("\"assumptions\"", "asked on 3 May");
        assertThat(new MarkdownReport().render(report)).contains("Assumed:", "asked on 3 May");
    }

    static List<Way> whole() {
        return ways().stream().filter(way -> !way.sql().contains("WHERE")).toList();
    }

    /** The column is younger than its table, and gets its values in rows that are there. */
    @ParameterizedTest
    @MethodSource("whole")
    void a_column_that_a_later_version_adds_is_filled_as_assumed(Way way) throws Exception {
        SmallHistory history = new SmallHistory(root);
        history.write("V1__base.sql", irreversible("""
                CREATE TABLE countries (code varchar(20) PRIMARY KEY);
                CREATE TABLE users (id bigint PRIMARY KEY);
                """));
        history.write(
                "V2__columns.sql",
                irreversible("ALTER TABLE users ADD email varchar(3), ADD age int, ADD country varchar(20);"));
        history.write(
                "V5__fails.sql", irreversible("-- rehearsal: assume " + way.assumption() + " — asked\n" + way.sql()));
        RehearsalReport report = history.rehearse();
        assertThat(report.verdict())
                .as("%s %s", report.findings(), report.migrations().get(2).findings())
                .isEqualTo(Verdict.PASSED);
    }

    /** The plan asks production: yes where its rows are so, no where they are not. */
    @Test
    void the_plan_asks_whether_production_is_so() throws Exception {
        SmallHistory history = history("""
                -- rehearsal: assume UNIQUE (age) on users — a test
                -- rehearsal: assume UNIQUE (lower(email)) WHERE age > 0 on users — a test
                -- rehearsal: assume NOT NULL (age, email) on users — a test
                -- rehearsal: assume CHECK (age > 5) on users — a test
                -- rehearsal: assume (country) REFERENCES countries on users — a test
                SELECT 1;
                """);
        Files.writeString(root.resolve("report.json"), new JsonReport().render(history.rehearse()));
        List<Query> asked = new PlanDocuments(new PostgresPlanQueries(), null)
                        .plan(
                                root,
                                FlywayRunner.of(FlywayProject.at(root).withLocations("filesystem:db"))
                                        .history(),
                                "")
                        .queries()
                        .preflight()
                        .stream()
                        .filter(query -> query.title().startsWith("V5__fails.sql:"))
                        .toList();
        assertThat(asked).hasSize(5);
        DatabaseAddress production = TestPostgres.freshDatabase();
        TestPostgres.run(production, BASE + """
                INSERT INTO countries VALUES ('x');
                INSERT INTO users VALUES (1, 'a', 7, 'x'), (2, 'b', 8, NULL);
                """);
        assertThat(answers(production, asked)).containsOnly("yes");
        TestPostgres.run(production, """
                INSERT INTO users VALUES (3, 'A', 7, 'y'), (4, NULL, -5, NULL);
                """);
        assertThat(answers(production, asked)).containsOnly("no");
    }

    private static List<String> answers(DatabaseAddress database, List<Query> asked) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Connection connection = TestPostgres.connect(database).getConnection();
                Statement statement = connection.createStatement()) {
            for (Query query : asked) {
                try (ResultSet row = statement.executeQuery(query.sql().text())) {
                    row.next();
                    answers.add(row.getString(1));
                }
            }
        }
        return answers;
    }

    @Test
    void nothing_of_it_stays_in_the_database() throws Exception {
        SmallHistory history = history("""
                DO $$ BEGIN IF EXISTS (SELECT FROM pg_class WHERE relname LIKE 'rehearsal%')
                  OR EXISTS (SELECT FROM pg_constraint WHERE contype = 'c' AND conrelid = 'users'::regclass)
                  OR (SELECT attnotnull FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'age')
                  THEN RAISE 'something is left'; END IF; END $$;
                -- rehearsal: assume UNIQUE (age) on users — a test
                -- rehearsal: assume CHECK (age > 5) on users — a test
                -- rehearsal: assume NOT NULL (age) on users — a test
                """);
        RehearsalReport report = history.rehearse();
        assertThat(report.verdict())
                .as("%s", report.migrations().get(2).findings())
                .isEqualTo(Verdict.PASSED);
        assertThat(report.assumed()).hasSize(3).allMatch(Assumed::met);
    }

    @Test
    void an_assumption_that_names_what_is_not_there_is_an_error_with_file_and_line() throws Exception {
        RehearsalReport report = history("""
                -- rehearsal: assume UNIQUE (emial) on users — a test
                -- rehearsal: assume NOT NULL (agge) on users — a test
                -- rehearsal: assume CHECK (age > 0) on user — a test
                -- rehearsal: assume (country) REFERENCES counties (code) on users — a test
                -- rehearsal: assume CHECK (age >) on users — a test
                SELECT 1;
                """).rehearse();
        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.findings())
                .filteredOn(finding -> finding.rule().equals("assumption-not-met"))
                .allMatch(finding -> "V5__fails.sql".equals(finding.file()))
                .extracting(Finding::line)
                .containsExactly(2, 3, 4, 5, 6);
    }

    @Test
    void one_without_a_reason_or_that_cannot_be_read_is_an_error_with_file_and_line() throws Exception {
        MigrationResult result = history("""
                -- rehearsal: assume UNIQUE (email) on users
                -- rehearsal: assume UNIQUE email — a test
                SELECT 1;
                """).rehearse().migrations().get(2);
        assertThat(result.findings())
                .filteredOn(finding -> finding.rule().equals("exception-without-reason"))
                .allMatch(finding -> "V5__fails.sql".equals(finding.file()))
                .extracting(Finding::message, Finding::line)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "The assumption 'UNIQUE (email) on users' gives no reason.", 2),
                        org.assertj.core.groups.Tuple.tuple(
                                "The assumption 'UNIQUE email — a test' cannot be read.", 3));
    }

    @Test
    void an_up_that_failed_on_rows_of_ours_gives_the_line_to_paste_and_pasting_it_helps() throws Exception {
        for (Way way : ways()) {
            SmallHistory history = history(way.sql());
            MigrationResult failed = history.rehearse().migrations().get(2);
            String remedy = failed.findings().stream()
                    .filter(finding -> finding.rule().equals("up-failed"))
                    .findFirst()
                    .orElseThrow()
                    .remedy();
            String line = remedy.lines()
                    .filter(text -> text.startsWith("-- rehearsal: assume"))
                    .findFirst()
                    .orElseThrow();
            history.write("V5__fails.sql", irreversible(line + "\n" + way.sql()));
            assertThat(history.rehearse().verdict()).as(line).isEqualTo(Verdict.PASSED);
        }
    }

    @Test
    void rows_that_migrations_insert_are_not_called_ours() throws Exception {
        SmallHistory history = new SmallHistory(root);
        history.write("V1__base.sql", irreversible(BASE));
        history.write("V2__rows.sql", irreversible("INSERT INTO users VALUES (1, 'a', 7), (2, 'b', 7);"));
        history.write("V5__fails.sql", irreversible("CREATE UNIQUE INDEX users_age ON users (age);"));
        MigrationResult result = history.rehearse().migrations().get(2);
        FailedUps failed = result.facts().failedUps();
        assertThat(failed).isNotNull();
        assertThat(failed.whose()).isEqualTo(Whose.MIGRATIONS);
        assertThat(result.findings())
                .filteredOn(finding -> finding.rule().equals("up-failed"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message())
                            .contains("insert such rows themselves")
                            .doesNotContain("own making");
                    assertThat(finding.remedy()).doesNotContain("rehearsal: assume");
                });
    }

    @Test
    void an_assumption_that_rows_of_migrations_contradict_is_told() throws Exception {
        SmallHistory history = new SmallHistory(root);
        history.write("V1__base.sql", irreversible(BASE + "INSERT INTO users VALUES (1, 'a', 7), (2, 'b', 7);"));
        history.write("V2__next.sql", irreversible("-- rehearsal: assume UNIQUE (age) on users — a test\nSELECT 1;"));
        assertThat(history.rehearse().findings())
                .filteredOn(finding -> finding.rule().equals("assumption-not-met"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("do not meet it"));
    }

    private SmallHistory history(String last) throws Exception {
        SmallHistory history = new SmallHistory(root);
        history.write("V1__base.sql", irreversible(BASE));
        history.write("V2__next.sql", irreversible("CREATE TABLE posts (id bigint PRIMARY KEY);"));
        history.write("V5__fails.sql", irreversible(last));
        return history;
    }

    private static String irreversible(String sql) {
        return "-- rehearsal: irreversible — a test\n" + sql;
    }
}
