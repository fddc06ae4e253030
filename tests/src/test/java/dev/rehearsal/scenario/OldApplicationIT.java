package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.application.ApplicationFolder;
import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.result.ApplicationCheck;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Moment;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementCheck;
import dev.rehearsal.result.StatementRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldApplicationIT {
    private static final String USERS = """
            CREATE TABLE users (id integer PRIMARY KEY, name text, mail text, CONSTRAINT u UNIQUE (mail));
            CREATE TABLE visits (id bigint PRIMARY KEY, user_id integer NOT NULL, page text NOT NULL);
            CREATE INDEX visits_user_id_idx ON visits (user_id);
            INSERT INTO users SELECT n, 'n' || n, 'm' || n FROM generate_series(1, 100) n;
            INSERT INTO visits SELECT n, 1 + n % 5000, repeat('x', 200) FROM generate_series(1, 30000) n;
            ANALYZE;""";
    private static final String BY_USER = "SELECT page FROM visits WHERE user_id = :userId;";
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @TempDir
    private Path base;

    private Path application;
    private Slowness slowness = Slowness.ANY;

    @BeforeEach
    void makeFolder() throws Exception {
        application = Files.createDirectories(base.resolve("application"));
    }

    @Test
    void statements_survive_what_is_only_added() throws Exception {
        says("UPDATE users SET name = :name WHERE id = :id; SELECT * FROM users WHERE mail = :mail;");
        MigrationFacts facts =
                rehearse(TIMEOUT, "ALTER TABLE users ADD COLUMN a integer;", "ALTER TABLE users DROP COLUMN a;");

        assertThat(checks(facts)).hasSize(2).allSatisfy(check -> {
            assertThat(check.runs()).extracting(StatementRun::moment).containsExactly(Moment.values());
            assertThat(check.runs()).noneMatch(StatementRun::failed).allSatisfy(run -> {
                assertThat(run.runs()).isPositive();
                assertThat(Objects.requireNonNull(run.times()).worst()).isPositive();
            });
        });
        assertThat(found(facts)).isEmpty();
        assertThat(facts.dataAfterDown()).isNotNull();
        assertThat(facts.notMeasured()).isEmpty();
    }

    @Test
    void a_dropped_column_breaks_who_reads_it_until_the_down_brings_it_back() throws Exception {
        says("\nSELECT name FROM users WHERE id = :id;");
        MigrationFacts facts =
                rehearse(TIMEOUT, "ALTER TABLE users DROP COLUMN name;", "ALTER TABLE users ADD COLUMN name text;");

        assertThat(found(facts)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("application-breaks");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.file()).isEqualTo("V2__b.sql");
            assertThat(finding.message())
                    .contains("a.sql:2 worked before the up and fails")
                    .contains("after the up")
                    .contains("column \"name\" does not exist (SQLSTATE 42703)");
        });
        assertThat(run(facts, Moment.AFTER_DOWN).failed()).isFalse();
    }

    @Test
    void who_waits_for_a_lock_longer_than_its_timeout_fails_during_the_up_alone() throws Exception {
        says("SELECT name FROM users WHERE id = 1; SELECT count(*) FROM visits WHERE id = 1;");
        MigrationFacts facts = rehearse(
                Duration.ofMillis(400),
                "ALTER TABLE users ADD COLUMN a integer; SELECT pg_sleep(1.2);",
                "ALTER TABLE users DROP COLUMN a;");

        assertThat(found(facts)).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo("V2__b.sql");
            assertThat(finding.message()).contains("during the up").contains("55P03");
            assertThat(finding.message()).doesNotContain("after the up");
        });
        assertThat(facts.notMeasured()).isEmpty();
        assertThat(checks(facts)).extracting(StatementCheck::place).containsExactly("a.sql:1");
    }

    /** A real deadlock: the migration holds users and waits for visits, the application the other way round. */
    @Test
    void who_takes_the_same_locks_in_another_order_deadlocks() throws Exception {
        says("\nSELECT count(*) FROM visits v JOIN users u ON u.id = v.user_id WHERE v.id = 1;");
        String up = "ALTER TABLE users ADD COLUMN a integer;\nSELECT pg_sleep(0.5);\n"
                + "ALTER TABLE visits ADD COLUMN b integer;";
        MigrationFacts facts =
                rehearse(TIMEOUT, up, "ALTER TABLE visits DROP COLUMN b; ALTER TABLE users DROP COLUMN a;");

        assertThat(found(facts))
                .filteredOn(f -> Objects.equals(f.file(), "V2__b.sql"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("application-deadlocks");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.line()).isEqualTo(3);
                    assertThat(finding.message())
                            .contains("Deadlock (SQLSTATE 40P01)", "V2__b.sql:3 and a.sql:2 wait for each other")
                            .contains("visits v JOIN users u");
                });
        assertThat(run(facts, Moment.DURING_UP).failed()).isFalse();
    }

    @Test
    void an_index_that_the_undo_forgets_turns_the_plan_to_a_sequential_scan() throws Exception {
        says(BY_USER);
        MigrationFacts facts = rehearse(
                TIMEOUT,
                "CREATE INDEX visits_user_id_page_idx ON visits (user_id, id);",
                "DROP INDEX visits_user_id_page_idx; DROP INDEX visits_user_id_idx;");

        assertThat(found(facts)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("application-slower");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.file()).isEqualTo("U2__b.sql");
            assertThat(finding.message())
                    .contains("reads the whole of public.visits")
                    .contains("Plan before the up:")
                    .contains("visits_user_id_idx")
                    .contains("Plan after the down:")
                    .contains("Seq Scan on public.visits");
        });
    }

    @Test
    void a_statement_that_only_gets_much_slower_is_found_too() throws Exception {
        says("SELECT name FROM users WHERE id = :id;");
        MigrationFacts facts = rehearse(
                TIMEOUT,
                "ALTER TABLE users RENAME TO people;"
                        + "CREATE VIEW users AS SELECT p.id, p.name || pg_sleep(0.03) AS name FROM people p;",
                "DROP VIEW users; ALTER TABLE people RENAME TO users;");

        assertThat(found(facts)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("application-slower");
            assertThat(finding.file()).isEqualTo("V2__b.sql");
            assertThat(finding.message())
                    .containsPattern(
                            "takes [\\d.]+ m?s at best \\(p50 [\\d.]+ m?s, p95 [\\d.]+ m?s, worst [\\d.]+ m?s\\)");
        });
    }

    /** What seems too slow, and not far, is measured on fresh copies, until one of the times keeps the limit. */
    @Test
    void a_statement_that_seems_slower_is_measured_again() throws Exception {
        says("SELECT name FROM users WHERE id = :id;");
        List<Integer> asked = new ArrayList<>();
        slowness = (check, times) -> {
            StatementRun after = check.at(Moment.AFTER_UP).orElseThrow();
            asked.add(after.measurements().size());
            return times == 1 && after.measurements().size() < 3;
        };
        MigrationFacts facts =
                rehearse(TIMEOUT, "ALTER TABLE users ADD COLUMN a integer;", "ALTER TABLE users DROP COLUMN a;");

        assertThat(asked).startsWith(1).contains(2).endsWith(3);
        for (Moment moment : List.of(Moment.BEFORE_UP, Moment.AFTER_UP, Moment.AFTER_DOWN)) {
            assertThat(run(facts, moment).measurements()).hasSize(3);
        }
        assertThat(run(facts, Moment.DURING_UP).measurements()).hasSize(1);
        assertThat(found(facts)).isEmpty();
    }

    @Test
    void parameters_take_what_the_file_says_or_the_column_holds_or_an_ordinary_value() throws Exception {
        says("""
                -- :said = SELECT max(id) FROM users
                -- :literal = 'n7'
                SELECT u.id FROM users AS u WHERE u.id = :said AND u.name = :literal AND u.mail = :found
                    AND u.id + 0 < :typed AND u.id = ANY (:many) LIMIT :limit;
                INSERT INTO users (id, name, mail) VALUES (1000, :name, :mail);
                """);
        MigrationFacts facts =
                rehearse(TIMEOUT, "ALTER TABLE users ADD COLUMN a integer;", "ALTER TABLE users DROP COLUMN a;");

        assertThat(checks(facts).get(0).parameters())
                .extracting(p -> p.name() + " " + p.type() + " " + p.value())
                .containsExactly(
                        "said int4 100",
                        "literal text n7",
                        "found text m1",
                        "typed int4 1",
                        "many _int4 {1}",
                        "limit int8 1");
        assertThat(checks(facts).get(1).parameters())
                .extracting(p -> p.name() + " " + p.value())
                .containsExactly("name n1", "mail a");
        assertThat(found(facts)).isEmpty();
    }

    @Test
    void what_failed_already_before_the_up_is_noted_with_its_place_and_is_no_fault_of_the_migration() throws Exception {
        says("SELECT gone FROM users; SELECT a FROM users; SELECT name FROM users;");
        MigrationFacts facts =
                rehearse(TIMEOUT, "ALTER TABLE users ADD COLUMN a integer;", "ALTER TABLE users DROP COLUMN a;");

        assertThat(found(facts)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            assertThat(finding.message()).startsWith("Not measured").contains("a.sql:1: column \"gone\"");
            assertThat(finding.message()).doesNotContain("column \"a\"");
        });
    }

    @Test
    void nothing_is_run_where_the_migration_concerns_no_statement() throws Exception {
        says(BY_USER);
        MigrationFacts facts =
                rehearse(TIMEOUT, "ALTER TABLE users ADD COLUMN a integer;", "ALTER TABLE users DROP COLUMN a;");

        assertThat(check(facts).skipped()).contains("neither up nor down");
        assertThat(check(facts).statements()).isEmpty();
    }

    @Test
    void a_function_that_is_gone_is_seen_though_no_table_is_locked() throws Exception {
        says("SELECT pg_temp_name() IS NULL;");
        String function = "CREATE FUNCTION pg_temp_name() RETURNS text LANGUAGE sql AS 'SELECT NULL::text';";
        MigrationFacts facts = rehearseFrom(USERS + function, TIMEOUT, "DROP FUNCTION pg_temp_name();", function);

        assertThat(found(facts)).extracting(Finding::rule).containsExactly("application-breaks");
    }

    private void says(String sql) throws Exception {
        Files.writeString(application.resolve("a.sql"), sql);
    }

    private MigrationFacts rehearse(Duration timeout, String up, String down) throws Exception {
        return rehearseFrom(USERS, timeout, up, down);
    }

    private MigrationFacts rehearseFrom(String before, Duration timeout, String up, String down) throws Exception {
        List<ApplicationStatement> statements = ApplicationFolder.read(application, new PostgresLexer());
        return new Play(base)
                .script("V1__a.sql", before)
                .script("V2__b.sql", up)
                .script("U2__b.sql", down)
                .perform((runner, progress) -> new OldApplication(runner, statements, timeout, slowness));
    }

    private static ApplicationCheck check(MigrationFacts facts) {
        return Objects.requireNonNull(facts.application());
    }

    private static List<StatementCheck> checks(MigrationFacts facts) {
        return check(facts).statements();
    }

    private static StatementRun run(MigrationFacts facts, Moment moment) {
        return checks(facts).get(0).at(moment).orElseThrow();
    }

    private static List<Finding> found(MigrationFacts facts) {
        return Play.findings(facts).stream()
                .filter(finding -> finding.rule().startsWith("application-"))
                .toList();
    }
}
