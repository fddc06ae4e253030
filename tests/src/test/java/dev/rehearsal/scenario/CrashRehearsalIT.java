package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.migration.RunState;
import dev.rehearsal.result.CrashCheck;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.result.CrashPoint.When;
import dev.rehearsal.result.CrashRun;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions are really ended here, at every moment, on a real server, while real scripts run. */
class CrashRehearsalIT {
    private static final String LEAVES = "crash-leaves-partial-change";
    private static final String FAILS = "rerun-fails-after-crash";
    private static final String USERS = "CREATE TABLE users (id integer PRIMARY KEY, name text, visits integer);";
    private static final String BATCHES = """
            DO $$
            DECLARE done_to integer := 0;
            BEGIN
              WHILE done_to < 60 LOOP
                UPDATE users SET %s WHERE id > done_to AND id <= done_to + 20 %s;
                COMMIT;
                done_to := done_to + 20;
                PERFORM pg_sleep(0.02);
              END LOOP;
            END $$;
            """;

    private static final Path SHOP =
            Path.of("..", "src-samples", "shop", "src", "main", "resources", "db", "migration");

    @TempDir
    private Path base;

    @Test
    void a_transaction_leaves_nothing_wherever_it_is_killed() throws Exception {
        MigrationFacts facts = crash(false, 20, """
                CREATE TABLE more (id integer);
                ALTER TABLE users ADD COLUMN a integer;
                UPDATE users SET a = 1;
                CREATE INDEX users_a ON users (a);
                """);

        assertThat(places(facts))
                .containsExactly(
                        "before V2__b.sql:1",
                        "after V2__b.sql:1",
                        "before the commit of V2__b.sql",
                        "right after the commit of V2__b.sql");
        assertThat(runs(facts).subList(0, 3)).allSatisfy(run -> {
            assertThat(run.history()).isEqualTo(RunState.PENDING);
            assertThat(run.partial()).isFalse();
            assertThat(run.recovered()).isTrue();
        });
        assertThat(check(facts).notTried()).singleElement().asString().contains("2 more moments", "V2__b.sql");
        assertThat(found(facts, LEAVES)).isEmpty();
    }

    @Test
    void flyways_own_lock_lets_a_commit_go_unnoted_and_a_session_lock_does_not() throws Exception {
        Finding unnoted = found(crash(false, 20, "CREATE TABLE more (id integer);"), FAILS)
                .get(0);

        assertThat(unnoted.severity()).isEqualTo(Severity.NOTE);
        assertThat(unnoted.message()).contains("right after the commit of V2__b.sql", "\"more\" already exists");
        assertThat(unnoted.remedy()).contains("flyway.postgresql.transactional.lock=false");

        Files.writeString(base.resolve("flyway.conf"), "flyway.postgresql.transactional.lock=false\n");
        MigrationFacts facts = crash(false, 20, "CREATE TABLE more (id integer);");
        CrashRun last = runs(facts).get(runs(facts).size() - 1);
        assertThat(last.point().when()).isEqualTo(When.AFTER_COMMIT);
        assertThat(last.history()).isEqualTo(RunState.APPLIED);
        assertThat(found(facts, FAILS)).isEmpty();
    }

    @Test
    void an_index_that_is_dropped_first_survives_and_one_that_is_only_made_if_missing_does_not() throws Exception {
        MigrationFacts good = crash(true, 20, """
                DROP INDEX CONCURRENTLY IF EXISTS users_name;
                CREATE INDEX CONCURRENTLY users_name ON users (name);
                """);

        assertThat(places(good))
                .containsExactly(
                        "before V2__b.sql:1", "after V2__b.sql:1", "in the middle of V2__b.sql:2", "after V2__b.sql:2");
        assertThat(runs(good)).allMatch(CrashRun::recovered);
        assertThat(found(good, LEAVES))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.NOTE));
        assertThat(found(good, FAILS)).isEmpty();

        MigrationFacts bad = crash(true, 20, "CREATE INDEX CONCURRENTLY IF NOT EXISTS users_name ON users (name);");
        assertThat(found(bad, FAILS)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.file()).isEqualTo("V2__b.sql");
            assertThat(finding.line()).isEqualTo(1);
            assertThat(finding.message())
                    .contains("Killed in the middle of V2__b.sql:1, run again, the up ends with another schema");
        });
        assertThat(found(bad, LEAVES).get(0).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void batches_that_pass_over_what_is_done_survive_and_those_that_count_twice_do_not() throws Exception {
        MigrationFacts good = crash(true, 20, BATCHES.formatted("visits = 7", "AND visits IS DISTINCT FROM 7"));
        assertThat(runs(good)).extracting(run -> run.point().when()).contains(When.DURING);
        assertThat(runs(good)).allMatch(CrashRun::recovered);

        MigrationFacts bad = crash(true, 20, BATCHES.formatted("visits = coalesce(visits, 0) + 1", ""));
        CrashRun middle = runs(bad).stream()
                .filter(run -> run.point().when() == When.DURING)
                .findFirst()
                .orElseThrow();
        assertThat(middle.dataLeft()).isNotEmpty();
        assertThat(middle.failure()).isNull();
        assertThat(found(bad, FAILS))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains(
                                "in the middle of V2__b.sql:1",
                                "after V2__b.sql:1",
                                "other data",
                                "public.users.visits"));
    }

    @Test
    void what_changes_from_run_to_run_by_itself_is_not_the_crashs_fault() throws Exception {
        MigrationFacts facts = crash(true, 20, """
                ALTER TABLE users ADD COLUMN IF NOT EXISTS at timestamptz;
                UPDATE users SET at = clock_timestamp(), visits = 3;
                """);

        assertThat(runs(facts)).isNotEmpty().allMatch(CrashRun::recovered);
    }

    @Test
    void more_moments_than_allowed_are_named_and_not_tried() throws Exception {
        MigrationFacts facts = crash(true, 2, """
                CREATE TABLE IF NOT EXISTS a (id integer);
                CREATE TABLE IF NOT EXISTS b (id integer);
                CREATE TABLE IF NOT EXISTS c (id integer);
                """);

        assertThat(places(facts)).containsExactly("before V2__b.sql:1", "after V2__b.sql:3");
        assertThat(check(facts).notTried())
                .containsExactly(
                        "after V2__b.sql:1: more than 2 (rehearsal.crash.points)",
                        "after V2__b.sql:2: more than 2 (rehearsal.crash.points)");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void the_shops_scripts_outside_a_transaction_survive(int version) throws Exception {
        Play play = new Play(base);
        for (int v = 1; v <= version; v++) {
            try (DirectoryStream<Path> scripts = Files.newDirectoryStream(SHOP, "[VU]" + v + "__*")) {
                for (Path script : scripts) {
                    play.script(script.getFileName().toString(), Files.readString(script));
                }
            }
        }
        MigrationFacts facts =
                play.perform((runner, progress) -> new CrashRehearsal(runner.fresh(), CrashLimits.of(6), progress));

        assertThat(facts.migration().transactional()).isFalse();
        assertThat(runs(facts)).hasSizeGreaterThan(4).allMatch(CrashRun::recovered);
        assertThat(runs(facts)).anyMatch(CrashRun::partial);
        assertThat(found(facts, FAILS)).isEmpty();
    }

    @Test
    void switched_off_it_says_so() throws Exception {
        MigrationFacts facts = new Play(base)
                .script("V1__a.sql", USERS)
                .script("V2__b.sql", "CREATE TABLE more (id integer);")
                .perform((runner, progress) -> new CrashRehearsal(runner, CrashLimits.off("not today"), progress));

        assertThat(check(facts).skipped()).isEqualTo("not today");
        assertThat(check(facts).runs()).isEmpty();
    }

    private MigrationFacts crash(boolean outside, int points, String up) throws Exception {
        Play play = new Play(base).script("V1__a.sql", USERS).script("V2__b.sql", up);
        play.script("V2__b.sql.conf", "executeInTransaction=" + !outside);
        return play.perform((runner, progress) -> new CrashRehearsal(runner.fresh(), CrashLimits.of(points), progress));
    }

    private static CrashCheck check(MigrationFacts facts) {
        return Objects.requireNonNull(facts.crash());
    }

    private static List<CrashRun> runs(MigrationFacts facts) {
        return check(facts).runs();
    }

    private static List<String> places(MigrationFacts facts) {
        return runs(facts).stream().map(CrashRun::point).map(CrashPoint::place).toList();
    }

    private static List<Finding> found(MigrationFacts facts, String rule) {
        return Play.findings(facts).stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();
    }
}
