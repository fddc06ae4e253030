package dev.rehearsal.postgres.watch;

import static dev.rehearsal.postgres.watch.Rehearsed.stall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.lock.Operation;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.PhaseFacts;
import java.util.List;
import org.junit.jupiter.api.Test;

class StallsTest {
    private static final String TABLES = """
            CREATE TABLE users (id int PRIMARY KEY, name text);
            CREATE INDEX by_name ON users (name);
            CREATE TABLE orders (id int, u int);
            CREATE TABLE fired (x int);
            CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN INSERT INTO fired VALUES (1); RETURN NULL; END';
            CREATE TRIGGER log AFTER INSERT OR UPDATE OR DELETE ON users EXECUTE FUNCTION t()""";

    @Test
    void access_exclusive_stalls_everyone() throws Exception {
        PhaseFacts facts = held("LOCK TABLE users");
        for (Operation operation : Operation.values()) {
            Stall stall = stall(facts, "public.users", operation);
            lastsAsLongAsTheLock(stall, facts);
            assertThat(stall.blocked()).isEqualTo(1);
            assertThat(stall.timedOut()).isPositive();
            assertThat(stall.line()).isEqualTo(2);
            assertThat(stall.attempts()).isGreaterThan(1);
        }
        assertThat(stall(facts, "public.orders", Operation.SELECT).blocked()).isZero();
        assertThat(stall(facts, "public.orders", Operation.DELETE).worstMs()).isZero();
    }

    @Test
    void share_stalls_writes_but_no_read() throws Exception {
        PhaseFacts facts = held("LOCK TABLE users IN SHARE MODE");
        assertThat(stall(facts, "public.users", Operation.SELECT).blocked()).isZero();
        lastsAsLongAsTheLock(stall(facts, "public.users", Operation.INSERT), facts);
        lastsAsLongAsTheLock(stall(facts, "public.users", Operation.UPDATE), facts);
    }

    @Test
    void a_foreign_key_stalls_writes_of_both_tables() throws Exception {
        PhaseFacts facts = held("ALTER TABLE orders ADD FOREIGN KEY (u) REFERENCES users");
        for (String table : new String[] {"public.users", "public.orders"}) {
            assertThat(stall(facts, table, Operation.SELECT).blocked()).isZero();
            lastsAsLongAsTheLock(stall(facts, table, Operation.DELETE), facts);
        }
    }

    @Test
    void a_locked_index_stalls_whoever_plans_a_query_of_its_table() throws Exception {
        for (String index : List.of("REINDEX INDEX users_pkey", "REINDEX TABLE users", "DROP INDEX by_name")) {
            PhaseFacts facts = held(index);
            Stall read = stall(facts, "public.users", Operation.SELECT);
            lastsAsLongAsTheLock(read, facts);
            assertThat(read.blocked()).as(index).isEqualTo(1);
            assertThat(read.line()).as(index).isEqualTo(2);
            lastsAsLongAsTheLock(stall(facts, "public.users", Operation.UPDATE), facts);
            assertThat(stall(facts, "public.orders", Operation.SELECT).blocked())
                    .as(index)
                    .isZero();
        }
    }

    @Test
    void an_index_that_is_built_stalls_no_reader() throws Exception {
        PhaseFacts facts = held("CREATE INDEX ON users (name, id)");
        assertThat(stall(facts, "public.users", Operation.SELECT).blocked()).isZero();
        lastsAsLongAsTheLock(stall(facts, "public.users", Operation.INSERT), facts);
    }

    @Test
    void share_update_exclusive_stalls_no_one() throws Exception {
        PhaseFacts facts = held("LOCK TABLE users IN SHARE UPDATE EXCLUSIVE MODE");
        assertThat(facts.stalls()).isNotEmpty().allMatch(s -> s.blocked() == 0 && s.timedOut() == 0);
    }

    @Test
    void a_canary_fires_no_trigger_and_writes_nothing() throws Exception {
        PhaseFacts facts = Rehearsed.on(TABLES)
                .canaries("users")
                .transaction("SELECT pg_sleep(0.2)", "SELECT 1 / (1 - (SELECT count(*) FROM fired) - 1)");
        assertThat(facts.statements().get(1).failed()).isTrue();
        assertThat(stall(facts, "public.users", Operation.INSERT).attempts()).isPositive();
    }

    @Test
    void a_canary_survives_the_drop_of_its_table() throws Exception {
        PhaseFacts facts = Rehearsed.on(TABLES)
                .canaries("users")
                .transaction("SELECT 1", "DROP TABLE users", "SELECT pg_sleep(0.3)");
        lastsAsLongAsTheLock(stall(facts, "public.users", Operation.SELECT), facts);
        assertThat(facts.notMeasured()).isEmpty();
    }

    @Test
    void tables_beyond_the_limit_are_named() throws Exception {
        PhaseFacts facts = Rehearsed.on(TABLES)
                .canaries("users", "orders", "fired", "a", "b", "c", "d")
                .transaction("SELECT 1");
        assertThat(facts.notMeasured()).anyMatch(note -> note.contains("public.d"));
    }

    /** A canary asks every few milliseconds, so it has waited for most of the time from the second statement to the end. */
    private static void lastsAsLongAsTheLock(Stall stall, PhaseFacts facts) {
        double locked = facts.durationMs() - facts.statements().get(1).startMs();
        assertThat(stall.worstMs() / locked)
                .as("%s of %.0f ms under %s", stall, locked, facts.statements().get(1))
                .isBetween(0.7, 1.8);
    }

    private static PhaseFacts held(String lock) throws Exception {
        return Rehearsed.on(TABLES).canaries("users", "orders").transaction("SELECT 1", lock, "SELECT pg_sleep(0.5)");
    }
}
