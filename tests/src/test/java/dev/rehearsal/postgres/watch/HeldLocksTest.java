package dev.rehearsal.postgres.watch;

import static dev.rehearsal.postgres.watch.Rehearsed.lock;
import static dev.rehearsal.postgres.watch.Rehearsed.locks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.postgres.lock.TableLockMode;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HeldLocksTest {
    private static final String USERS = "CREATE TABLE users (id int PRIMARY KEY, name text)";

    @Test
    void a_lock_is_held_from_its_statement_to_the_commit() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS)
                .transaction("SELECT pg_sleep(0.05)", "LOCK TABLE users", "SELECT pg_sleep(0.2)", "SELECT 1");
        HeldLock lock = lock(facts, "public.users", TableLockMode.ACCESS_EXCLUSIVE.mode());
        assertThat(lock.heldMs()).isBetween(took(facts, 2), facts.durationMs() - took(facts, 0));
        assertThat(lock.line()).isEqualTo(2);
        assertThat(lock.acquiredMs()).isGreaterThanOrEqualTo(took(facts, 0));
        assertThat(lock.boundMs()).isLessThan(lock.heldMs() / 3);
        assertThat(lock.waitedMs()).isZero();
        assertThat(lock.createdHere()).isFalse();
        assertThat(lock.seen()).isEqualTo(HeldLock.Seen.AT_BOUNDARY);
    }

    @Test
    void a_lock_taken_late_in_a_long_statement_is_bounded() throws Exception {
        Rehearsed rehearsed = Rehearsed.on(USERS + "; CREATE TABLE told (without float8, under float8)");
        PhaseFacts facts = rehearsed.transaction("""
                DO $$DECLARE begun timestamptz := clock_timestamp(); locked timestamptz;
                BEGIN
                    PERFORM pg_sleep(0.2);
                    locked := clock_timestamp();
                    LOCK TABLE users;
                    PERFORM pg_sleep(0.1);
                    INSERT INTO told VALUES (1e3 * extract(epoch FROM locked - begun),
                        1e3 * extract(epoch FROM clock_timestamp() - locked));
                END$$""");
        HeldLock lock = lock(facts, "public.users", TableLockMode.ACCESS_EXCLUSIVE.mode());
        double without = told(rehearsed, "without");
        assertThat(lock.heldMs()).isGreaterThan(0.9 * told(rehearsed, "under")).isLessThan(facts.durationMs());
        assertThat(lock.heldMs() - lock.boundMs()).isLessThanOrEqualTo(facts.durationMs() - without);
    }

    @Test
    void a_rollback_gives_the_lock_back() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS)
                .transaction("ALTER TABLE users ADD age int", "SELECT pg_sleep(0.1)", "SELECT 1/0", "SELECT 1");
        assertThat(lock(facts, "public.users", TableLockMode.ACCESS_EXCLUSIVE.mode())
                        .heldMs())
                .isGreaterThanOrEqualTo(took(facts, 1));
        assertThat(facts.statements()).hasSize(3);
        assertThat(facts.statements().get(2).failed()).isTrue();
        assertThat(facts.statements().get(1).failed()).isFalse();
    }

    @Test
    void a_lock_outside_a_transaction_ends_with_its_statement() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS)
                .autocommit("DO $$BEGIN LOCK TABLE users; PERFORM pg_sleep(0.15); END$$", "SELECT pg_sleep(0.2)");
        HeldLock lock = lock(facts, "public.users", TableLockMode.ACCESS_EXCLUSIVE.mode());
        assertThat(lock.heldMs()).isBetween(0.7 * took(facts, 0), took(facts, 0));
        assertThat(lock.heldMs()).isLessThan(facts.durationMs() - took(facts, 1));
        assertThat(lock.line()).isEqualTo(1);
        assertThat(lock.seen()).isEqualTo(HeldLock.Seen.BY_POLLING);
    }

    @Test
    void a_very_short_lock_outside_a_transaction_is_found_in_the_log() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS)
                .autocommit("ALTER TABLE users ADD age int", "ALTER TABLE users ALTER age SET DEFAULT 1");
        assertThat(locks(facts))
                .filteredOn(l ->
                        l.relation().equals("public.users") && l.mode().equals(TableLockMode.ACCESS_EXCLUSIVE.mode()))
                .extracting(HeldLock::line)
                .contains(1, 2);
        assertThat(facts.notMeasured()).isEmpty();
        try (Connection c =
                        TestPostgres.connect(TestPostgres.address("postgres")).getConnection();
                Statement s = c.createStatement();
                var left = s.executeQuery("SELECT count(*) FROM pg_extension WHERE extname = 'pg_walinspect'")) {
            assertThat(left.next()).isTrue();
            assertThat(left.getInt(1)).isZero();
        }
    }

    @Test
    void the_log_of_a_phase_is_kept_until_it_is_read() throws Exception {
        DatabaseAddress server = TestPostgres.address("postgres");
        TestPostgres.run(server, "ALTER SYSTEM SET wal_keep_size = 0");
        TestPostgres.run(server, "SELECT pg_reload_conf()");
        try {
            PhaseFacts facts = Rehearsed.on(USERS)
                    .autocommit(
                            "ALTER TABLE users ADD age int",
                            "SELECT pg_switch_wal()",
                            "CHECKPOINT",
                            "CREATE TABLE other ()",
                            "SELECT pg_switch_wal()",
                            "CHECKPOINT");
            assertThat(facts.notMeasured()).isEmpty();
            assertThat(lock(facts, "public.users", TableLockMode.ACCESS_EXCLUSIVE.mode())
                            .line())
                    .isEqualTo(1);
        } finally {
            TestPostgres.run(server, "ALTER SYSTEM RESET wal_keep_size");
            TestPostgres.run(server, "SELECT pg_reload_conf()");
        }
    }

    @Test
    void locks_taken_inside_functions_triggers_and_cascades_are_seen() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS + """
                        ; CREATE TABLE audit (x int);
                        CREATE TABLE orders (id int, u int REFERENCES users ON DELETE CASCADE);
                        INSERT INTO users VALUES (1); INSERT INTO orders VALUES (1, 1);
                        CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN LOCK TABLE audit IN SHARE MODE; END';
                        CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS
                            'BEGIN INSERT INTO audit VALUES (1); RETURN NULL; END';
                        CREATE TRIGGER log AFTER DELETE ON users EXECUTE FUNCTION t()""").transaction("DELETE FROM users", "SELECT f()");
        assertThat(lock(facts, "public.users", TableLockMode.ROW_EXCLUSIVE.mode())
                        .line())
                .isEqualTo(1);
        assertThat(lock(facts, "public.orders", TableLockMode.ROW_EXCLUSIVE.mode())
                        .line())
                .isEqualTo(1);
        assertThat(lock(facts, "public.audit", TableLockMode.ROW_EXCLUSIVE.mode())
                        .line())
                .isEqualTo(1);
        assertThat(lock(facts, "public.audit", TableLockMode.SHARE.mode()).line())
                .isEqualTo(2);
    }

    @Test
    void a_foreign_key_locks_both_tables() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS + "; CREATE TABLE orders (id int, u int)")
                .transaction("ALTER TABLE orders ADD FOREIGN KEY (u) REFERENCES users");
        lock(facts, "public.users", TableLockMode.SHARE_ROW_EXCLUSIVE.mode());
        lock(facts, "public.orders", TableLockMode.SHARE_ROW_EXCLUSIVE.mode());
    }

    @Test
    void making_and_dropping_a_child_locks_its_parent() throws Exception {
        Rehearsed rehearsed = Rehearsed.on(USERS);
        PhaseFacts made = rehearsed.transaction("CREATE TABLE orders (id int, u int REFERENCES users)");
        lock(made, "public.users", TableLockMode.SHARE_ROW_EXCLUSIVE.mode());
        assertThat(locks(made).stream().filter(l -> l.relation().equals("public.orders")))
                .isNotEmpty()
                .allMatch(HeldLock::createdHere);
        PhaseFacts dropped = rehearsed.transaction("DROP TABLE orders");
        lock(dropped, "public.users", TableLockMode.ACCESS_EXCLUSIVE.mode());
        assertThat(lock(dropped, "public.orders", TableLockMode.ACCESS_EXCLUSIVE.mode())
                        .createdHere())
                .isFalse();
    }

    @Test
    void parts_are_attributed_to_their_table() throws Exception {
        PhaseFacts facts =
                Rehearsed.on("""
                        CREATE TABLE logs (id bigint GENERATED ALWAYS AS IDENTITY, at int, body text) PARTITION BY RANGE (at);
                        CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM (0) TO (10);
                        CREATE INDEX logs_at ON logs (at)""").transaction("DROP INDEX logs_at", "ALTER TABLE logs DROP COLUMN id", "TRUNCATE logs");
        assertThat(locks(facts).stream().filter(l -> l.mode().equals(TableLockMode.ACCESS_EXCLUSIVE.mode())))
                .allMatch(l -> l.relation().equals("public.logs"))
                .extracting(HeldLock::via)
                .contains(null, "public.logs_1", "public.logs_at", "public.logs_1_at_idx", "public.logs_id_seq")
                .anyMatch(via -> via != null && via.startsWith("pg_toast."));
    }

    @Test
    void a_block_that_builds_its_statements_hides_no_lock_and_each_has_its_line() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS + "; CREATE TABLE orders (id int); CREATE INDEX orders_id ON orders (id)")
                .transaction("SELECT 1", """
                        DO $$BEGIN EXECUTE 'ALTER TABLE ' || quote_ident('users') || ' ADD age int';
                        EXECUTE 'CREATE INDEX ON orders (id)'; END$$""");
        assertThat(lock(facts, "public.users", TableLockMode.ACCESS_EXCLUSIVE.mode())
                        .line())
                .isEqualTo(2);
        assertThat(lock(facts, "public.orders", TableLockMode.SHARE.mode()).line())
                .isEqualTo(2);
    }

    @Test
    void writing_a_parent_locks_the_children_of_its_foreign_key_and_writing_a_child_its_parent() throws Exception {
        String tables = USERS + "; CREATE TABLE orders (id int, u int REFERENCES users ON UPDATE CASCADE);"
                + " INSERT INTO users VALUES (1); INSERT INTO orders VALUES (1, 1)";
        PhaseFacts parent = Rehearsed.on(tables).transaction("UPDATE users SET id = 2");
        assertThat(lock(parent, "public.orders", TableLockMode.ROW_EXCLUSIVE.mode())
                        .line())
                .isEqualTo(1);
        PhaseFacts child = Rehearsed.on(tables).transaction("INSERT INTO orders VALUES (2, 1)");
        assertThat(lock(child, "public.users", TableLockMode.ROW_SHARE.mode()).line())
                .isEqualTo(1);
    }

    @Test
    void a_sequence_an_index_and_a_toast_table_belong_to_their_table() throws Exception {
        PhaseFacts facts = Rehearsed.on("CREATE TABLE docs (id serial PRIMARY KEY, body text)")
                .transaction(
                        "ALTER SEQUENCE docs_id_seq CACHE 10",
                        "REINDEX INDEX docs_pkey",
                        "ALTER TABLE docs DROP COLUMN body, ADD x text DEFAULT random()::text");
        assertThat(locks(facts).stream().filter(l -> l.mode().blocksWrites() && !l.createdHere()))
                .isNotEmpty()
                .allMatch(l -> l.relation().equals("public.docs"))
                .extracting(HeldLock::via)
                .contains("public.docs_id_seq", "public.docs_pkey");
    }

    @Test
    void what_the_migration_makes_itself_stands_apart() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS)
                .transaction(
                        "CREATE TABLE fresh (id serial PRIMARY KEY, body text)",
                        "CREATE INDEX fresh_body ON fresh (body)",
                        "LOCK TABLE fresh, users");
        assertThat(locks(facts).stream().filter(l -> l.relation().equals("public.fresh")))
                .isNotEmpty()
                .allMatch(HeldLock::createdHere);
        assertThat(lock(facts, "public.users", TableLockMode.ACCESS_EXCLUSIVE.mode())
                        .createdHere())
                .isFalse();
    }

    @Test
    void an_advisory_lock_is_seen() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS).transaction("SELECT pg_advisory_xact_lock(42)");
        assertThat(lock(facts, "(advisory lock 42)", TableLockMode.EXCLUSIVE.mode())
                        .line())
                .isEqualTo(1);
    }

    @Test
    void the_runners_own_table_is_left_out() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS + "; CREATE TABLE history (id int PRIMARY KEY)")
                .transaction("INSERT INTO history VALUES (1)", "INSERT INTO users VALUES (1)");
        assertThat(locks(facts)).isNotEmpty().noneMatch(l -> l.relation().contains("history"));
    }

    @Test
    void the_wait_behind_a_reader_is_told_from_the_hold() throws Exception {
        Rehearsed rehearsed = Rehearsed.on(USERS);
        PhaseFacts facts = behindAReader(rehearsed, "ALTER TABLE users ADD age int");
        HeldLock lock = lock(facts, "public.users", TableLockMode.ACCESS_EXCLUSIVE.mode());
        assertThat(lock.waitedMs()).isGreaterThan(facts.durationMs() / 2);
        assertThat(lock.waitedMs() + lock.heldMs()).isLessThan(facts.durationMs() * 1.1);
        assertThat(lock.heldMs()).isLessThan(facts.durationMs() / 2);
    }

    @Test
    void a_wait_in_vain_is_seen() throws Exception {
        Rehearsed rehearsed = Rehearsed.on(USERS);
        PhaseFacts facts =
                behindAReader(rehearsed, "SET LOCAL lock_timeout = '150ms'", "ALTER TABLE users ADD age int");
        HeldLock lock = lock(facts, "public.users", TableLockMode.ACCESS_EXCLUSIVE.mode());
        assertThat(lock.waitedMs()).isBetween(0.7 * took(facts, 1), 1.05 * took(facts, 1));
        assertThat(lock.heldMs()).isZero();
        assertThat(lock.line()).isEqualTo(2);
    }

    @Test
    void a_lock_given_back_at_a_savepoint_is_not_held_to_the_end() throws Exception {
        PhaseFacts facts = Rehearsed.on(USERS)
                .transaction("SAVEPOINT s", "LOCK TABLE users", "ROLLBACK TO SAVEPOINT s", "SELECT pg_sleep(0.3)");
        assertThat(lock(facts, "public.users", TableLockMode.ACCESS_EXCLUSIVE.mode())
                        .heldMs())
                .isLessThan(0.8 * took(facts, 3));
    }

    private static double took(PhaseFacts facts, int statement) {
        return facts.statements().get(statement).durationMs();
    }

    private static double told(Rehearsed rehearsed, String column) throws SQLException {
        try (Connection connection = TestPostgres.connect(rehearsed.address()).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + column + " FROM told")) {
            row.next();
            return row.getDouble(1);
        }
    }

    /** The reader has read before anything is run, and goes half a second after it has seen someone wait for it. */
    private static PhaseFacts behindAReader(Rehearsed rehearsed, String... statements) throws Exception {
        try (Connection reader = TestPostgres.connect(rehearsed.address()).getConnection();
                Statement reading = reader.createStatement()) {
            reader.setAutoCommit(false);
            reading.execute("SELECT count(*) FROM users");
            CompletableFuture<Void> going = CompletableFuture.runAsync(() -> {
                try {
                    reading.execute("DO $$BEGIN FOR i IN 1..2000 LOOP EXIT WHEN EXISTS (SELECT FROM pg_locks"
                            + " WHERE NOT granted AND relation = 'users'::regclass);"
                            + " PERFORM pg_sleep(0.005); END LOOP; PERFORM pg_sleep(0.5); END$$");
                    reader.commit();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            PhaseFacts facts = rehearsed.transaction(statements);
            going.get(30, TimeUnit.SECONDS);
            return facts;
        }
    }
}
