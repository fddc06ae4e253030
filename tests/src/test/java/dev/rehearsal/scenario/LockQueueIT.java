package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.LockQueueCheck;
import dev.rehearsal.result.LockQueueRun;
import dev.rehearsal.result.LockQueueRun.Outcome;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.rule.Budgets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockQueueIT {
    private static final String USERS = "CREATE TABLE users (id integer PRIMARY KEY, name text);";
    private static final Duration HOLD = Duration.ofSeconds(2);
    private static final Duration BUDGET = Budgets.DEFAULT.stall();

    @TempDir
    private Path base;

    @Test
    void without_a_lock_timeout_everyone_waits_behind_the_migration() throws Exception {
        long begin = System.nanoTime();
        MigrationFacts facts =
                rehearse(HOLD, "ALTER TABLE users ADD COLUMN a integer;", "ALTER TABLE users DROP COLUMN a;");
        double allMs = (System.nanoTime() - begin) / 1e6;

        assertThat(runs(facts)).extracting(LockQueueRun::phase).containsExactly(Phase.UP, Phase.DOWN);
        assertThat(runs(facts)).allSatisfy(run -> {
            assertThat(run.outcome()).isEqualTo(Outcome.WENT_THROUGH);
            assertThat(run.tables()).containsExactly("public.users");
            assertThat(run.waitedMs()).isBetween(0.75 * run.holdMs(), allMs);
            assertThat(ratio(run)).isBetween(0.75, 1.5);
        });
        assertThat(runs(facts).get(0).waitedMs() / runs(facts).get(1).waitedMs())
                .isBetween(0.7, 1.4);
        assertThat(queued(facts)).extracting(Finding::file).containsExactlyInAnyOrder("V2__b.sql", "U2__b.sql");
        assertThat(queued(facts).get(0).remedy()).contains("SET LOCAL lock_timeout = '500ms'");
    }

    @Test
    void with_a_lock_timeout_it_gives_up_cleanly_and_a_retry_succeeds() throws Exception {
        String timeout = "SET LOCAL lock_timeout = '200ms';";
        MigrationFacts facts = rehearse(
                HOLD,
                "CREATE TABLE more (id integer);" + timeout + "ALTER TABLE users ADD COLUMN a integer;",
                timeout + "ALTER TABLE users DROP COLUMN a; DROP TABLE more;");

        assertThat(runs(facts)).hasSize(2).allSatisfy(run -> {
            assertThat(run.outcome()).isEqualTo(Outcome.GAVE_UP);
            assertThat(run.untouched()).isTrue();
            assertThat(run.retried()).isTrue();
            assertThat(run.waitedMs()).isBetween(0.75 * 200, run.holdMs() / 3);
            assertThat(ratio(run)).isBetween(0.5, 2.0);
        });
        assertThat(queued(facts)).isEmpty();
    }

    @Test
    void a_migration_that_tries_again_by_itself_goes_through_and_makes_no_one_wait_long() throws Exception {
        MigrationFacts facts =
                rehearse(HOLD, """
                DO $$BEGIN
                  FOR i IN 1..50 LOOP
                    BEGIN
                      SET LOCAL lock_timeout = '100ms';
                      ALTER TABLE users ADD COLUMN a integer;
                      EXIT;
                    EXCEPTION WHEN lock_not_available THEN
                      PERFORM pg_sleep(0.1);
                    END;
                  END LOOP;
                END$$;
                """, "SET LOCAL lock_timeout = '200ms'; ALTER TABLE users DROP COLUMN a;");

        assertThat(runs(facts).get(0).outcome()).isEqualTo(Outcome.WENT_THROUGH);
        assertThat(queued(facts)).isEmpty();
    }

    @Test
    void what_a_script_outside_a_transaction_has_done_before_it_gives_up_is_seen() throws Exception {
        new Play(base).script("V2__b.sql.conf", "executeInTransaction=false");
        MigrationFacts facts = rehearse(
                HOLD,
                "CREATE TABLE more (id integer); SET lock_timeout = '200ms'; ALTER TABLE users ADD COLUMN a integer;",
                "SET LOCAL lock_timeout = '200ms'; ALTER TABLE users DROP COLUMN a; DROP TABLE more;");

        LockQueueRun up = runs(facts).get(0);
        assertThat(up.outcome()).isEqualTo(Outcome.GAVE_UP);
        assertThat(up.untouched()).isFalse();
        assertThat(up.retried()).isFalse();
        assertThat(queued(facts)).singleElement().satisfies(finding -> {
            assertThat(finding.message()).contains("half way", "Run again as it was, it did not go through");
            assertThat(finding.line()).isEqualTo(1);
            assertThat(finding.remedy()).contains("      ALTER TABLE users ADD COLUMN a integer;\n");
        });
        String remedy = queued(facts).get(0).remedy();
        MigrationFacts mended = rehearse(
                HOLD,
                "CREATE TABLE more (id integer); " + remedy,
                "SET LOCAL lock_timeout = '200ms'; ALTER TABLE users DROP COLUMN a; DROP TABLE more;");
        assertThat(runs(mended).get(0).outcome()).isEqualTo(Outcome.WENT_THROUGH);
        assertThat(queued(mended)).isEmpty();
    }

    @Test
    void a_lock_timeout_beyond_the_budget_is_to_be_lowered() throws Exception {
        String timeout = "SET LOCAL lock_timeout = '1500ms';";
        MigrationFacts facts = rehearse(
                HOLD,
                timeout + "ALTER TABLE users ADD COLUMN a integer;",
                timeout + "ALTER TABLE users DROP COLUMN a;");

        assertThat(runs(facts)).allSatisfy(run -> assertThat(run.outcome()).isEqualTo(Outcome.GAVE_UP));
        assertThat(queued(facts))
                .hasSize(2)
                .allSatisfy(
                        finding -> assertThat(finding.remedy()).startsWith("Lower the script's lock_timeout to 500ms"));
    }

    @Test
    void nothing_more_can_come_of_it_once_others_have_waited_longer_than_they_may() throws Exception {
        Duration longest = Duration.ofMinutes(2);
        MigrationFacts facts =
                rehearse(longest, "ALTER TABLE users ADD COLUMN a integer;", "ALTER TABLE users DROP COLUMN a;");

        assertThat(runs(facts)).hasSize(2).allSatisfy(run -> {
            assertThat(run.outcome()).isEqualTo(Outcome.WENT_THROUGH);
            assertThat(run.holdMs()).isBetween((double) BUDGET.toMillis(), longest.toMillis() / 2.0);
            assertThat(Objects.requireNonNull(run.worstStallMs())).isGreaterThan((double) BUDGET.toMillis());
        });
        assertThat(queued(facts)).hasSize(2);
    }

    @Test
    void a_limit_that_the_database_sets_is_waited_for() throws Exception {
        String first = "DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET lock_timeout = ''1600ms''',"
                + " current_database()); END$$;";
        MigrationFacts facts =
                rehearse(first, "ALTER TABLE users ADD COLUMN a integer;", "ALTER TABLE users DROP COLUMN a;");

        assertThat(runs(facts)).hasSize(2).allSatisfy(run -> {
            assertThat(run.outcome()).isEqualTo(Outcome.GAVE_UP);
            assertThat(run.holdMs()).isEqualTo((double) HOLD.toMillis());
        });
    }

    @Test
    void a_limit_that_a_routine_sets_is_waited_for() throws Exception {
        String first = "CREATE FUNCTION widen() RETURNS void LANGUAGE plpgsql SET lock_timeout = '1600ms'"
                + " AS $$BEGIN ALTER TABLE users ADD COLUMN a integer; END$$;";
        MigrationFacts facts = rehearse(first, "SELECT widen();", "ALTER TABLE users DROP COLUMN a;");

        assertThat(runs(facts).get(0).outcome()).isEqualTo(Outcome.GAVE_UP);
    }

    @Test
    void what_locks_no_reader_out_needs_no_rehearsal_and_says_so() throws Exception {
        MigrationFacts facts = rehearse(HOLD, "CREATE TABLE more (id integer);", "DROP TABLE more;");

        assertThat(runs(facts)).extracting(LockQueueRun::phase).containsExactly(Phase.DOWN);

        MigrationFacts none = rehearse(HOLD, "INSERT INTO users VALUES (-1);", "DELETE FROM users WHERE id = -1;");
        assertThat(check(none).skipped()).contains("no table is locked");
    }

    @Test
    void a_hold_of_zero_switches_it_off() throws Exception {
        MigrationFacts facts =
                rehearse(Duration.ZERO, "ALTER TABLE users ADD COLUMN a integer;", "ALTER TABLE users DROP COLUMN a;");

        assertThat(check(facts).skipped()).contains("rehearsal.lockQueue.hold");
        assertThat(queued(facts)).isEmpty();
    }

    private MigrationFacts rehearse(Duration hold, String up, String down) throws Exception {
        return rehearse(hold, "", up, down);
    }

    private MigrationFacts rehearse(String first, String up, String down) throws Exception {
        return rehearse(HOLD, first, up, down);
    }

    private MigrationFacts rehearse(Duration hold, String first, String up, String down) throws Exception {
        return new Play(base)
                .script("V1__a.sql", USERS + first)
                .script("V2__b.sql", up)
                .script("U2__b.sql", down)
                .perform((runner, progress) -> new LockQueue(runner, hold, migration -> BUDGET));
    }

    /** {@return how long others waited, by how long the migration did} */
    private static double ratio(LockQueueRun run) {
        return Objects.requireNonNull(run.worstStallMs()) / run.waitedMs();
    }

    private static LockQueueCheck check(MigrationFacts facts) {
        return Objects.requireNonNull(facts.lockQueue());
    }

    private static List<LockQueueRun> runs(MigrationFacts facts) {
        return check(facts).runs();
    }

    private static List<Finding> queued(MigrationFacts facts) {
        return Play.findings(facts).stream()
                .filter(finding -> finding.rule().equals("lock-queue"))
                .toList();
    }
}
