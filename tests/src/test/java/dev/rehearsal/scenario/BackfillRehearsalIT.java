package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Backfill;
import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.BackfillRerun;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.WritesBeside;
import dev.rehearsal.result.WritesBeside.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches are really run, killed and disturbed here, on a real server. */
class BackfillRehearsalIT {
    private static final String USERS = """
            CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL, role text,
                                visits integer NOT NULL DEFAULT 0);
            INSERT INTO users (email) SELECT 'u' || n || '@shop.example' FROM generate_series(1, 6000) AS n;
            """;
    private static final String WALK = """
            DO $$
            DECLARE
              done_to bigint := 0;
              batch_to bigint;
            BEGIN
              LOOP
                SELECT max(id) INTO batch_to
                  FROM (SELECT id FROM users WHERE id > done_to ORDER BY id LIMIT 1000) AS batch;
                EXIT WHEN batch_to IS NULL;
                UPDATE users SET %s WHERE id > done_to AND id <= batch_to %s;
                COMMIT;
                done_to := batch_to;
              END LOOP;
            END $$;
            """;
    private static final String COLUMN = "ALTER TABLE users ADD COLUMN IF NOT EXISTS kind text;\n";
    private static final String DEFAULT = COLUMN + "ALTER TABLE users ALTER COLUMN kind SET DEFAULT 'customer';\n";

    @TempDir
    private Path base;

    @Test
    void a_walk_along_the_key_that_passes_over_what_is_done_survives_everything() throws Exception {
        BackfillCheck check = check(DEFAULT + WALK.formatted("kind = 'customer'", "AND kind IS NULL"));

        assertThat(check.backfills()).singleElement().satisfies(backfill -> {
            assertThat(backfill.table()).isEqualTo("public.users");
            assertThat(backfill.line()).isEqualTo(3);
            assertThat(backfill.batches()).isEqualTo(6);
            assertThat(backfill.rows()).isEqualTo(6000);
            assertThat(backfill.batchRows().worst()).isEqualTo(1000);
            assertThat(backfill.oneTransaction()).isFalse();
            assertThat(trend(backfill).growing()).isFalse();
            assertThat(trend(backfill).fromStart()).isFalse();
        });
        assertThat(check.reruns()).hasSize(6).allSatisfy(rerun -> {
            assertThat(rerun.sameEnd()).isTrue();
            assertThat(rerun.again()).isZero();
            assertThat(rerun.undone()).isLessThanOrEqualTo(1000);
        });
        assertThat(check.reruns()).anyMatch(BackfillRerun::afterTheEnd);
        assertThat(check.reruns()).anyMatch(rerun -> rerun.kept() > 0);
        assertThat(check.beside()).singleElement().satisfies(beside -> {
            assertThat(beside.inserted()).isEqualTo(3);
            assertThat(beside.updated()).isGreaterThan(4);
            assertThat(beside.failure()).isNull();
            assertThat(beside.missed()).isEmpty();
        });
        assertThat(check.notTried()).isEmpty();
    }

    @Test
    void an_offset_looks_at_more_rows_from_batch_to_batch() throws Exception {
        MigrationFacts facts = facts(DEFAULT + """
                DO $$
                DECLARE done integer := 0;
                BEGIN
                  LOOP
                    UPDATE users SET kind = 'customer'
                     WHERE id IN (SELECT id FROM users ORDER BY id OFFSET done LIMIT 600) AND kind IS NULL;
                    EXIT WHEN NOT FOUND;
                    COMMIT;
                    done := done + 600;
                  END LOOP;
                END $$;
                """);

        assertThat(trend(check(facts).backfills().get(0)).growing()).isTrue();
        assertThat(found(facts, "backfill-slows-down")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.line()).isEqualTo(3);
            assertThat(finding.message()).contains("public.users", "passes again over what was done");
        });
    }

    @Test
    void who_counts_in_memory_changes_rows_twice_and_who_writes_the_same_again_writes_it_twice() throws Exception {
        MigrationFacts twice = facts(WALK.formatted("visits = visits + 1", ""));

        assertThat(check(twice).reruns()).anyMatch(rerun -> !rerun.sameEnd() && rerun.again() > 0);
        assertThat(found(twice, "backfill-not-resumable")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains("other data than undisturbed", "public.users.visits");
        });

        MigrationFacts same = facts(WALK.formatted("visits = 7", ""));
        assertThat(check(same).reruns()).allMatch(BackfillRerun::sameEnd);
        assertThat(found(same, "backfill-not-resumable")).isEmpty();
        assertThat(found(same, "backfill-rewrites-twice"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("after its end", "6,000 rows"));
    }

    @Test
    void one_transaction_with_savepoints_loses_all_its_work() throws Exception {
        MigrationFacts facts = facts(COLUMN + """
                DO $$
                DECLARE done_to bigint := 0;
                BEGIN
                  WHILE done_to < 6000 LOOP
                    BEGIN
                      UPDATE users SET kind = 'customer' WHERE id > done_to AND id <= done_to + 1000 AND kind IS NULL;
                    EXCEPTION WHEN lock_not_available THEN
                      RAISE NOTICE 'passed over';
                    END;
                    done_to := done_to + 1000;
                  END LOOP;
                END $$;
                """);

        assertThat(check(facts).backfills())
                .singleElement()
                .satisfies(backfill -> assertThat(backfill.oneTransaction()).isTrue());
        assertThat(found(facts, "backfill-not-resumable")).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).contains("kept none of them");
        });
    }

    @Test
    void what_is_written_meanwhile_without_a_default_or_a_trigger_is_missed() throws Exception {
        MigrationFacts facts = facts(COLUMN + WALK.formatted("kind = lower(email)", "AND kind IS NULL"));

        assertThat(missed(facts)).contains(Kind.INSERT_NOT_FILLED, Kind.FILLED_FROM_OLD_VALUE);
        assertThat(missed(facts)).doesNotContain(Kind.UPDATE_LOST);
        assertThat(found(facts, "backfill-misses-concurrent-writes"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void a_batch_that_is_chosen_before_it_is_written_loses_what_is_written_meanwhile() throws Exception {
        MigrationFacts facts = facts("""
                DO $$
                BEGIN
                  LOOP
                    UPDATE users SET visits = 7 WHERE id IN (SELECT id FROM users WHERE visits = 0 ORDER BY id LIMIT 1000);
                    EXIT WHEN NOT FOUND;
                    COMMIT;
                  END LOOP;
                END $$;
                """);

        assertThat(missed(facts)).contains(Kind.UPDATE_LOST);
        assertThat(found(facts, "backfill-misses-concurrent-writes"))
                .anySatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR));
    }

    @Test
    void batches_of_a_partitioned_table_are_seen_too() throws Exception {
        Play play = new Play(base).script("V1__a.sql", """
                CREATE TABLE users (id bigint PRIMARY KEY, visits integer NOT NULL DEFAULT 0) PARTITION BY RANGE (id);
                CREATE TABLE users_low PARTITION OF users FOR VALUES FROM (1) TO (3000);
                CREATE TABLE users_high PARTITION OF users FOR VALUES FROM (3000) TO (1000000);
                INSERT INTO users (id) SELECT n FROM generate_series(1, 6000) AS n;
                """);
        MigrationFacts facts = rehearse(play, WALK.formatted("visits = 7", "AND visits IS DISTINCT FROM 7"));

        assertThat(check(facts).backfills()).singleElement().satisfies(backfill -> {
            assertThat(backfill.table()).isEqualTo("public.users");
            assertThat(backfill.rows()).isEqualTo(6000);
        });
        assertThat(check(facts).reruns()).allMatch(rerun -> rerun.sameEnd() && rerun.again() == 0);
    }

    @Test
    void what_writes_once_is_no_backfill_and_the_scenario_can_be_off() throws Exception {
        BackfillCheck once = check(facts("UPDATE users SET visits = 7;"));
        assertThat(once).isEqualTo(BackfillCheck.NONE);

        MigrationFacts off = new Play(base)
                .script("V1__a.sql", USERS)
                .script("V2__b.sql", "UPDATE users SET visits = 7;")
                .perform(
                        (runner, progress) -> new BackfillRehearsal(runner, CrashLimits.off("not today"), 1, progress));
        assertThat(check(off).skipped()).isEqualTo("not today");
    }

    private BackfillCheck check(String up) throws Exception {
        return check(facts(up));
    }

    private static BackfillCheck check(MigrationFacts facts) {
        return Objects.requireNonNull(facts.backfill());
    }

    private MigrationFacts facts(String up) throws Exception {
        return rehearse(new Play(base).script("V1__a.sql", USERS), up);
    }

    private static MigrationFacts rehearse(Play play, String up) throws Exception {
        return play.script("V2__b.sql", up)
                .script("V2__b.sql.conf", "executeInTransaction=false")
                .perform((runner, progress) -> new BackfillRehearsal(runner.fresh(), CrashLimits.of(20), 1, progress));
    }

    private static List<Finding> found(MigrationFacts facts, String rule) {
        return Play.findings(facts).stream()
                .filter(one -> one.rule().equals(rule))
                .toList();
    }

    private static List<Kind> missed(MigrationFacts facts) {
        return check(facts).beside().stream()
                .flatMap(beside -> beside.missed().stream())
                .map(WritesBeside.Missed::kind)
                .toList();
    }

    private static Backfill.Trend trend(Backfill backfill) {
        return Objects.requireNonNull(backfill.trend());
    }
}
