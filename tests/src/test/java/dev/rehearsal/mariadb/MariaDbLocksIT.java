package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.lock.Operation;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who is locked out by which statement on a real MariaDB. {@code -Drehearsal.locks.times=5} does each as often, and all must
 * come out alike; {@code -Drehearsal.mariadb=jdbc:mariadb://…} does it on a server that is running.
 */
class MariaDbLocksIT {
    private static final int TIMES = Integer.getInteger("rehearsal.locks.times", 1);
    private static final QualifiedName BIG = WatchedMariaDb.BIG;
    private static final QualifiedName CHILD = WatchedMariaDb.CHILD;

    private static WatchedMariaDb server;

    @BeforeAll
    static void start() throws Exception {
        server = WatchedMariaDb.start(60_000);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void copy() throws Exception {
        server.fresh();
    }

    /** On big: who waits for longer than the moments of an online definition, and who for a moment at least. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE big FORCE, LOCK=EXCLUSIVE                                         | big: reads writes | big: reads writes
            ALTER TABLE big ADD INDEX by_a (a), ADD INDEX by_c (c), LOCK=SHARED           | big: writes       | big: writes
            ALTER TABLE big MODIFY a bigint NOT NULL, ALGORITHM=COPY, LOCK=SHARED         | big: writes       | big: writes
            ALTER TABLE big CONVERT TO CHARACTER SET utf16, ALGORITHM=COPY, LOCK=SHARED   | big: writes       | big: writes
            ALTER TABLE big ADD FULLTEXT INDEX words (c)                                  | big: writes       | big: writes
            ALTER TABLE child ADD CONSTRAINT of_big FOREIGN KEY (big) REFERENCES big (id) | big: writes       | big: writes, child: writes
            LOCK TABLES big READ; DO SLEEP(0.3); UNLOCK TABLES                            | big: writes       | big: writes
            LOCK TABLES big WRITE; DO SLEEP(0.3); UNLOCK TABLES                           | big: reads writes | big: reads writes
            ALTER TABLE big ADD INDEX by_a (a), ADD INDEX by_c (c), LOCK=NONE             | nobody            | nobody
            ALTER TABLE big FORCE, LOCK=NONE                                              | nobody            | nobody
            ALTER TABLE big MODIFY a bigint NOT NULL                                      | nobody            | big: writes
            ALTER TABLE big ADD CONSTRAINT positive CHECK (a > 0)                         | nobody            | big: writes
            UPDATE big SET a = a + 1                                                      | nobody            | nobody
            ANALYZE TABLE big                                                             | nobody            | nobody
            CREATE TABLE other AS SELECT * FROM big                                       | nobody            | nobody
            """)
    void who_is_locked_out_while_a_statement_works(String sql, String on114, String on1011) throws Exception {
        String whom = server.line().equals("10.11") ? on1011 : on114;
        for (int time = 1; time <= TIMES; time++) {
            PhaseFacts facts = server.watched(sql, false);
            assertThat(facts.notMeasured()).isEmpty();
            double most = facts.durationMs() / 2;
            assertThat(described(facts, most))
                    .as("run " + time + ": " + facts.locks())
                    .isEqualTo(whom);
            if (time < TIMES) {
                server.fresh();
            }
        }
    }

    private static String described(PhaseFacts facts, double most) {
        Set<String> all = new TreeSet<>();
        for (QualifiedName table : List.of(BIG, CHILD)) {
            Set<Operation> blocked = Objects.requireNonNull(facts.stalls()).stream()
                    .filter(stall -> stall.relation().equals(table.toString()) && stall.totalMs() >= most)
                    .map(Stall::operation)
                    .collect(Collectors.toSet());
            Set<String> held = Objects.requireNonNull(facts.locks()).stream()
                    .filter(lock -> lock.relation().equals(table.toString()) && lock.heldMs() >= most)
                    .flatMap(lock -> lock.blocks().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> stalled = new TreeSet<>();
            if (blocked.contains(Operation.SELECT)) {
                stalled.add("reads");
            }
            if (blocked.contains(Operation.INSERT)) {
                stalled.add("writes");
            }
            assertThat(held).as(table + " " + facts.locks() + facts.stalls()).isEqualTo(stalled);
            if (!held.isEmpty()) {
                all.add(table.name() + ": " + String.join(" ", held));
            }
        }
        return all.isEmpty() ? "nobody" : String.join(", ", all);
    }

    /** Whatever changes a definition has the table for itself at its end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE big ADD COLUMN d int
            ALTER TABLE big DROP COLUMN c
            ALTER TABLE big RENAME COLUMN c TO d
            ALTER TABLE big ALTER COLUMN a SET DEFAULT 7
            ALTER TABLE big RENAME INDEX by_b TO by_bb
            CREATE INDEX by_a ON big (a)
            ALTER TABLE big FORCE
            ALTER TABLE child ADD CONSTRAINT of_big FOREIGN KEY (big) REFERENCES big (id)
            CREATE TRIGGER fires BEFORE INSERT ON big FOR EACH ROW SET NEW.a = 1
            RENAME TABLE big TO bigger
            TRUNCATE TABLE big
            DROP TABLE big
            OPTIMIZE TABLE big
            """)
    void the_last_moment_of_each_definition_is_told(String sql) throws Exception {
        for (int time = 1; time <= TIMES; time++) {
            PhaseFacts facts = server.watched(sql, false);
            assertThat(facts.notMeasured()).isEmpty();
            String table = sql.contains("child") ? "shop.child" : "shop.big";
            assertThat(facts.locks()).as("run " + time).anySatisfy(lock -> {
                assertThat(lock.relation()).isEqualTo(table);
                assertThat(lock.mode().name()).isEqualTo("EXCLUSIVE");
                assertThat(lock.blocks()).containsExactly("reads", "writes");
                assertThat(lock.heldMs()).isLessThanOrEqualTo(facts.durationMs());
                assertThat(lock.line()).isEqualTo(1);
            });
            if (time < TIMES) {
                server.fresh();
            }
        }
    }

    @Test
    void all_queue_behind_a_definition_that_waits_for_an_open_transaction() throws Exception {
        for (int time = 1; time <= TIMES; time++) {
            PhaseFacts facts;
            try (Connection reader = server.connect();
                    Statement statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.execute("SELECT 1 FROM big LIMIT 1");
                Thread end = new Thread(() -> end(reader));
                end.start();
                facts = server.watched("ALTER TABLE big ADD COLUMN d int", false);
                end.join();
            }
            assertThat(facts.locks()).filteredOn(lock -> lock.waitedMs() > 0).anySatisfy(lock -> {
                assertThat(lock.relation()).isEqualTo("shop.big");
                assertThat(lock.mode().blocksReads()).isTrue();
                assertThat(lock.waitedMs()).isGreaterThanOrEqualTo(facts.durationMs() / 2);
            });
            assertThat(facts.stalls())
                    .filteredOn(stall -> stall.relation().equals("shop.big"))
                    .hasSize(Operation.values().length)
                    .allSatisfy(stall -> assertThat(stall.worstMs()).isGreaterThanOrEqualTo(facts.durationMs() / 2));
            server.fresh();
        }
    }

    private static void end(Connection reader) {
        try {
            TimeUnit.MILLISECONDS.sleep(700);
            reader.rollback();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
