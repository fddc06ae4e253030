package dev.rehearsal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.LockMode;
import dev.rehearsal.postgres.lock.TableLockMode;
import dev.rehearsal.result.AppliedBudgets;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.Severities;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.StatementFacts;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.rule.Budgets.MigrationBudget;
import dev.rehearsal.rule.Budgets.TableBudget;
import dev.rehearsal.volume.SeedScripts;
import dev.rehearsal.volume.VolumeProfile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesOnRealRunsIT {
    private static final String BASE = """
            CREATE TABLE users (id bigint PRIMARY KEY, name text, visits integer);
            CREATE TABLE "order" (id bigint PRIMARY KEY, "user" bigint);
            INSERT INTO users SELECT n, 'n' || n, n FROM generate_series(1, 12000) n;
            INSERT INTO "order" SELECT n, n FROM generate_series(1, 40) n;""";
    private static final VolumeProfile PROFILE =
            new VolumeProfile(1, 0, 1, true, Map.of(), SeedScripts.NONE, Map.of("users", 250_000_000L));

    @TempDir
    Path folder;

    @Test
    void a_rule_sees_through_a_block_and_production_decides_how_much_it_matters() throws SQLException {
        MigrationResult result = judged("""
                DO $$ BEGIN
                  EXECUTE 'ALTER TABLE ' || quote_ident('users') || ' ALTER COLUMN visits TYPE bigint';
                END $$;""", "ALTER TABLE users ALTER COLUMN visits TYPE integer;");

        Finding finding = finding(result, "type-change-rewrites");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message()).contains("public.users.visits").contains("250,000,000 rows in production");
        assertThat(finding.message()).contains("ACCESS EXCLUSIVE on public.users was held");
        assertThat(finding.remedy()).contains("ADD COLUMN visits_new bigint");
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.risk()).isEqualTo(Risk.HIGH);
        assertThat(result.riskReasons())
                .contains("changes the type of public.users.visits", "type-change-rewrites is an error");
    }

    @Test
    void a_table_that_the_migration_makes_does_not_count_and_a_small_one_is_a_note() throws SQLException {
        MigrationResult result = judged("""
                CREATE TABLE copy AS SELECT * FROM users;
                CREATE INDEX copy_name_idx ON copy (name);
                ALTER TABLE copy ALTER COLUMN name SET NOT NULL;
                ALTER TABLE copy ALTER COLUMN visits TYPE bigint;
                ALTER TABLE copy ADD PRIMARY KEY (id);
                UPDATE copy SET visits = 0;
                CREATE INDEX order_user_idx ON "order" ("user");""", "DROP INDEX order_user_idx; DROP TABLE copy;");

        assertThat(result.findings()).extracting(Finding::rule).containsExactly("index-not-concurrent");
        assertThat(result.findings().get(0).severity()).isEqualTo(Severity.NOTE);
        assertThat(result.findings().get(0).message()).contains("public.\"order\" has 40 rows in this run");
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.risk()).isEqualTo(Risk.LOW);
        assertThat(result.expectedDowntimeMs()).isNotNull();
    }

    /** What is told of locks elsewhere, and is wrong: a foreign key locks both tables, also when it goes. */
    @Test
    void a_foreign_key_locks_both_tables_and_a_default_is_volatile_only_if_it_is() throws SQLException {
        String families = IntStream.rangeClosed(1, 4)
                .mapToObj(
                        "CREATE TABLE parent%1$d (id bigint PRIMARY KEY); INSERT INTO parent%1$d VALUES (1);"
                                ::formatted)
                .collect(Collectors.joining("\n", BASE, """
                        CREATE TABLE child1 (id bigint PRIMARY KEY, p bigint);
                        CREATE TABLE child2 (id bigint PRIMARY KEY, p bigint CONSTRAINT f REFERENCES parent2 (id));
                        CREATE TABLE child3 (id bigint PRIMARY KEY, p bigint REFERENCES parent3 (id));
                        INSERT INTO child3 VALUES (1, 1);"""));
        String up = """
                ALTER TABLE child1 ADD CONSTRAINT f FOREIGN KEY (p) REFERENCES parent1 (id) NOT VALID;
                ALTER TABLE child2 DROP CONSTRAINT f;
                DROP TABLE child3;
                CREATE TABLE child4 (id bigint PRIMARY KEY, p bigint REFERENCES parent4 (id));
                ALTER TABLE users ADD COLUMN seen timestamptz DEFAULT now();
                ALTER TABLE users ADD COLUMN read timestamptz DEFAULT clock_timestamp();""";
        MigrationFacts facts = Sample.rehearse(
                folder,
                Map.of("V1__base", families, "V2__sample", "-- rehearsal: irreversible — a sample\n" + up),
                PROFILE);
        MigrationResult result = new Judge(TestRules.POSTGRES, Sample.PATIENT).judge(facts);

        assertThat(strongest(result, "child1")).isEqualTo(TableLockMode.SHARE_ROW_EXCLUSIVE.mode());
        assertThat(strongest(result, "parent1")).isEqualTo(TableLockMode.SHARE_ROW_EXCLUSIVE.mode());
        assertThat(strongest(result, "child2")).isEqualTo(TableLockMode.ACCESS_EXCLUSIVE.mode());
        assertThat(strongest(result, "parent2")).isEqualTo(TableLockMode.ACCESS_EXCLUSIVE.mode());
        assertThat(strongest(result, "parent3")).isEqualTo(TableLockMode.ACCESS_EXCLUSIVE.mode());
        assertThat(strongest(result, "parent4")).isEqualTo(TableLockMode.SHARE_ROW_EXCLUSIVE.mode());
        assertThat(finding(result, "drop-loses-data").message())
                .contains("public.child3")
                .contains("ACCESS EXCLUSIVE on public.parent3 was held");
        assertThat(finding(result, "volatile-default-rewrites").line()).isEqualTo(7);
    }

    @Test
    void what_is_validated_under_an_earlier_lock_of_its_transaction_is_validated_inline() throws SQLException {
        MigrationResult result = judged("""
                ALTER TABLE users ADD CONSTRAINT users_visits_check CHECK (visits > 0) NOT VALID;
                ALTER TABLE users VALIDATE CONSTRAINT users_visits_check;""", """
                ALTER TABLE users DROP CONSTRAINT users_visits_check;""");

        Finding finding = finding(result, "constraint-validated-inline");
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.message()).contains("still holds the lock of an earlier statement");
        assertThat(finding.remedy())
                .contains("ADD CONSTRAINT users_visits_check CHECK ((visits > 0)) NOT VALID;")
                .contains("in a later transaction");
    }

    @Test
    void the_remedy_of_a_large_write_does_the_same_in_batches() throws SQLException {
        String down = "UPDATE users SET visits = 0;";
        MigrationResult bad = judged("UPDATE users u SET visits = u.visits + 1 WHERE u.id > 0 OR u.id < 0;", down);
        String remedy = finding(bad, "write-not-batched").remedy();

        assertThat(remedy)
                .contains(
                        "UPDATE users u SET visits = u.visits + 1\n",
                        "u.id >= batch_from",
                        "AND (u.id > 0 OR u.id < 0)");
        Map<String, String> scripts = Map.of(
                "V1__base",
                BASE,
                "V2__sample",
                "-- Runs outside a transaction.\n" + remedy
                        + "\nDO $$ BEGIN ASSERT (SELECT count(*) FROM users WHERE visits = id + 1) = 12000; END $$;",
                "U2__sample",
                "UPDATE users SET visits = visits - 1 WHERE id <= 6000; UPDATE users SET visits = visits - 1 WHERE id > 6000;");
        MigrationResult good = new Judge(TestRules.POSTGRES, Sample.PATIENT)
                .judge(Sample.rehearse(folder.resolve("good"), scripts, PROFILE));
        assertThat(good.findings()).extracting(Finding::rule).doesNotContain("up-failed", "write-not-batched");
    }

    @Test
    void what_is_to_be_written_anew_is_written_with_its_own_types_and_expressions() throws SQLException {
        MigrationResult result = judged("""
                ALTER TABLE users RENAME COLUMN visits TO calls;
                ALTER TABLE users ADD COLUMN twice integer GENERATED ALWAYS AS (calls * 2) STORED;
                ALTER TABLE users ADD COLUMN counted serial;
                ALTER TABLE users ADD COLUMN coin float8 DEFAULT random();
                CREATE TABLE tags (label varchar(20) NOT NULL, "user" integer REFERENCES users (id));
                CREATE UNIQUE INDEX tags_label ON tags (label);""", """
                DROP TABLE tags; ALTER TABLE users DROP COLUMN coin, DROP COLUMN counted, DROP COLUMN twice;
                ALTER TABLE users RENAME COLUMN calls TO visits;""");

        assertThat(finding(result, "rename-breaks-application").remedy())
                .startsWith("ALTER TABLE public.users ADD COLUMN calls integer;");
        assertThat(finding(result, "foreign-key-type-mismatch").remedy())
                .isEqualTo("ALTER TABLE public.tags ALTER COLUMN \"user\" TYPE bigint;");
        assertThat(finding(result, "table-without-primary-key").remedy()).contains("ADD PRIMARY KEY (label);");
        assertThat(result.findings())
                .filteredOn(f -> f.rule().equals("volatile-default-rewrites"))
                .extracting(Finding::remedy)
                .satisfiesExactly(
                        twice -> assertThat(twice)
                                .contains("NEW.twice := (SELECT (calls * 2) FROM", "SET twice = (calls * 2)"),
                        counted -> assertThat(counted)
                                .contains(
                                        "CREATE SEQUENCE public.users_counted_seq",
                                        "nextval('public.users_counted_seq')"),
                        coin -> assertThat(coin).contains("SET DEFAULT random();"));
    }

    private static LockMode strongest(MigrationResult result, String table) {
        List<HeldLock> locks = result.facts().phases().get(0).facts().locks();
        return Objects.requireNonNull(locks).stream()
                .filter(lock -> lock.relation().equals("public." + table) && lock.via() == null)
                .map(HeldLock::mode)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Test
    void without_a_way_back_a_copy_is_looked_into_and_the_only_up_timed_undisturbed() throws SQLException {
        Map<String, String> scripts = Map.of("V1__base", BASE, "V2__sample", """
                -- rehearsal: irreversible — nothing to take back
                -- rehearsal: allow index-not-concurrent — nobody writes at night
                CREATE INDEX users_name_idx ON users (name);""");
        MigrationFacts facts = Sample.rehearse(folder, scripts, PROFILE);

        MigrationResult result = new Judge(TestRules.POSTGRES, Sample.PATIENT).judge(facts);
        Finding finding = finding(result, "index-not-concurrent");
        assertThat(finding.message()).doesNotContain("looked up").contains("nobody writes at night");
        assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void what_the_runner_asks_for_itself_is_none_of_the_migrations_statements() throws SQLException {
        MigrationFacts facts = Sample.rehearse(
                folder, Map.of("V1__base", BASE, "V2__sample", "SELECT 1;", "U2__sample", "SELECT 2;"), PROFILE);

        assertThat(facts.phases())
                .hasSizeGreaterThan(2)
                .allSatisfy(phase -> assertThat(phase.facts().statements())
                        .extracting(StatementFacts::sql)
                        .allMatch(sql -> sql.startsWith("SELECT 1") || sql.startsWith("SELECT 2")));
    }

    @Test
    void a_project_weighs_rules_and_limits_tables_as_it_sees_fit() throws SQLException {
        Map<String, String> scripts = Map.of(
                "V1__base",
                BASE,
                "V2__sample",
                "CREATE INDEX users_name_idx ON users (name); SELECT pg_sleep(0.2);",
                "U2__sample",
                "DROP INDEX users_name_idx;");
        MigrationFacts facts = Sample.rehearse(folder, scripts, PROFILE);

        Budgets strict = new Budgets(
                Duration.ofHours(1),
                Duration.ofHours(1),
                Duration.ofHours(1),
                Map.of("users", new TableBudget(Duration.ofMillis(100), null)),
                severities(Map.of("index-not-concurrent", Severity.WARNING), Map.of()),
                Map.of(),
                Budgets.Size.STAGE);
        MigrationResult result = new Judge(TestRules.POSTGRES, strict).judge(facts);

        assertThat(finding(result, "index-not-concurrent").severity()).isEqualTo(Severity.WARNING);
        assertThat(result.findings())
                .filteredOn(f -> f.rule().equals("lock-too-long"))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.message()).contains("(budget 100 ms)"))
                .anySatisfy(f -> assertThat(f.message()).contains("Taken by line 1: CREATE INDEX users_name_idx"));
        assertThat(new Judge(TestRules.POSTGRES, Sample.PATIENT).judge(facts).findings())
                .extracting(Finding::rule)
                .doesNotContain("lock-too-long");
        assertThat(weighed(facts, Severities.DEFAULT)).isEqualTo(Severity.ERROR);
        assertThat(weighed(facts, severities(Map.of(), Map.of("users", Severity.NOTE))))
                .isEqualTo(Severity.NOTE);
        assertThat(weighed(facts, severities(Map.of(), Map.of("orders", Severity.NOTE))))
                .isEqualTo(Severity.ERROR);
        assertThat(weighed(facts, new Severities(Map.of(), Map.of(), 1, 2))).isEqualTo(Severity.ERROR);
        assertThat(weighed(facts, new Severities(Map.of(), Map.of(), 1L << 40, 1L << 41)))
                .isEqualTo(Severity.NOTE);
    }

    private static Severity weighed(MigrationFacts facts, Severities severities) {
        Duration hour = Duration.ofHours(1);
        Budgets own = new Budgets(hour, hour, hour, Map.of(), severities, Map.of(), Budgets.Size.STAGE);
        return finding(new Judge(TestRules.POSTGRES, own).judge(facts), "index-not-concurrent")
                .severity();
    }

    private static Severities severities(Map<String, Severity> rules, Map<String, Severity> ofTheIndex) {
        Map<String, Map<String, Severity>> tables = ofTheIndex.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Map.of("index-not-concurrent", e.getValue())));
        return new Severities(rules, tables, Severities.WARNING_ROWS, Severities.ERROR_ROWS);
    }

    @Test
    void a_migration_has_limits_of_its_own_which_go_before_its_tables() throws SQLException {
        MigrationFacts facts = Sample.rehearse(
                folder,
                Map.of(
                        "V1__base",
                        BASE,
                        "V2__sample",
                        "LOCK TABLE users; SELECT pg_sleep(0.2);",
                        "U2__sample",
                        "SELECT 1;"),
                PROFILE);
        Duration hour = Duration.ofHours(1);
        Budgets window = new Budgets(
                Duration.ofMillis(1),
                hour,
                hour,
                Map.of("users", new TableBudget(Duration.ofMillis(1), null)),
                Severities.DEFAULT,
                Map.of("2", new MigrationBudget(hour, null, null)),
                Budgets.Size.STAGE);

        assertThat(new Judge(TestRules.POSTGRES, window).judge(facts).findings())
                .extracting(Finding::rule)
                .doesNotContain("lock-too-long");
        assertThat(window.applied().migrations())
                .containsEntry("2", new AppliedBudgets.OfMigration(3_600_000, 3_600_000, 3_600_000));
        Budgets hurry = new Budgets(
                hour,
                hour,
                hour,
                Map.of(),
                Severities.DEFAULT,
                Map.of("2", new MigrationBudget(null, null, Duration.ofMillis(100))),
                Budgets.Size.STAGE);
        Finding slow = finding(new Judge(TestRules.POSTGRES, hurry).judge(facts), "migration-too-slow", "up took");
        assertThat(slow.message()).contains("(budget 100 ms)", "Most of it: line 1: SELECT pg_sleep");
    }

    @Test
    void a_boot_is_killed_by_its_probe_where_its_up_takes_longer() throws SQLException {
        MigrationFacts facts = Sample.rehearse(
                folder,
                Map.of("V1__base", BASE, "V2__sample", "SELECT pg_sleep(0.2);", "U2__sample", "SELECT pg_sleep(0.2);"),
                PROFILE);
        Duration hour = Duration.ofHours(1);
        Budgets patient = new Budgets(hour, hour, hour);

        assertThat(new Judge(TestRules.POSTGRES, patient).judge(facts).findings())
                .isEmpty();
        assertThat(new Judge(TestRules.POSTGRES, patient.probe(hour))
                        .judge(facts)
                        .findings())
                .isEmpty();
        Judge hurried = new Judge(TestRules.POSTGRES, patient.probe(Duration.ofMillis(20)));
        assertThat(hurried.judge(facts).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("boot-would-be-killed");
            assertThat(finding.message())
                    .contains("killed after 20 ms (rehearsal.deploy.probe)", "Most of it: line 1: SELECT pg_sleep");
            assertThat(finding.file()).isEqualTo("V2__sample.sql");
        });
        assertThat(hurried.missed(facts, facts.phases().get(0), 1)).isTrue();
        assertThat(hurried.missed(facts, facts.phases().get(1), 1)).isFalse();
    }

    @Test
    void limits_for_production_are_held_against_a_prediction_that_is_called_so() throws SQLException {
        MigrationFacts facts = Sample.rehearse(
                folder,
                Map.of(
                        "V1__base",
                        BASE,
                        "V2__sample",
                        "ALTER TABLE users ADD COLUMN age integer; UPDATE users SET age = 1;",
                        "U2__sample",
                        "ALTER TABLE users DROP COLUMN age;"),
                PROFILE);
        Duration limit = Duration.ofMinutes(1);

        MigrationResult atStage = new Judge(TestRules.POSTGRES, new Budgets(limit, limit, limit)).judge(facts);
        MigrationResult atProduction = new Judge(
                        TestRules.POSTGRES,
                        new Budgets(
                                limit, limit, limit, Map.of(), Severities.DEFAULT, Map.of(), Budgets.Size.PRODUCTION))
                .judge(facts);

        assertThat(atStage.findings()).extracting(Finding::rule).doesNotContain("lock-too-long", "migration-too-slow");
        Finding held = finding(atProduction, "lock-too-long", "up:");
        assertThat(held.message())
                .contains("ACCESS EXCLUSIVE on public.users", "in this run, predicted ", "for production's rows")
                .contains("Longest meanwhile: line 1: UPDATE users");
        // the catalogue alone was touched on the way back: that takes no longer with more rows
        assertThat(atProduction.findings())
                .filteredOn(f -> f.rule().equals("lock-too-long") && "U2__sample.sql".equals(f.file()))
                .isEmpty();
    }

    private static Finding finding(MigrationResult result, String rule, String start) {
        return result.findings().stream()
                .filter(f -> f.rule().equals(rule) && f.message().startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(result.findings().toString()));
    }

    private MigrationResult judged(String up, String down) throws SQLException {
        Map<String, String> scripts = Map.of("V1__base", BASE, "V2__sample", up, "U2__sample", down);
        return new Judge(TestRules.POSTGRES, Sample.PATIENT).judge(Sample.rehearse(folder, scripts, PROFILE));
    }

    private static Finding finding(MigrationResult result, String rule) {
        List<Finding> found =
                result.findings().stream().filter(f -> f.rule().equals(rule)).toList();
        assertThat(found).as(result.findings().toString()).hasSize(1);
        return found.get(0);
    }
}
