package dev.rehearsal.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.StatementFacts;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each statement really did to its table on a real MariaDB 11.4, and how. */
class MariaDbChangesIT {
    private static WatchedMariaDb server;

    @BeforeAll
    static void start() throws Exception {
        server = WatchedMariaDb.start(2_000);
        server.fresh();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** In this order on one database: each finds what those before it have left. */
    @Test
    void the_algorithm_is_told_and_whether_the_table_was_written_anew() throws Exception {
        server.fresh();
        String script = """
                ALTER TABLE big ADD COLUMN d int;
                ALTER TABLE big RENAME COLUMN d TO e;
                ALTER TABLE big ALTER COLUMN a SET DEFAULT 7;
                ALTER TABLE big ADD INDEX by_a (a);
                CREATE INDEX by_c ON big (c);
                ALTER TABLE big DROP INDEX by_c;
                ALTER TABLE big FORCE;
                ALTER TABLE big MODIFY b int NOT NULL;
                ALTER TABLE big MODIFY a bigint NOT NULL;
                ALTER TABLE big MODIFY c varchar(200) CHARACTER SET latin1;
                ALTER TABLE child ADD CONSTRAINT of_big FOREIGN KEY (big) REFERENCES big (id);
                UPDATE big SET a = a + 1;
                TRUNCATE TABLE child""";
        PhaseFacts facts = server.watched(script, true);
        assertThat(facts.notMeasured()).isEmpty();
        assertThat(facts.statements())
                .extracting(ran -> ran.algorithm() + " " + ran.rewrites())
                .containsExactly(
                        "INSTANT []",
                        "INSTANT []",
                        "INSTANT []",
                        "NOCOPY []",
                        "NOCOPY []",
                        "INSTANT []",
                        "INPLACE [shop.big]",
                        "INPLACE [shop.big]",
                        "COPY [shop.big]",
                        "COPY [shop.big]",
                        "COPY [shop.child]",
                        "null []",
                        "null []");
        StatementEffects update =
                Objects.requireNonNull(facts.statements().get(11).effects());
        assertThat(update.uses()).singleElement().satisfies(use -> {
            assertThat(use.table()).isEqualTo("shop.big");
            assertThat(use.written()).isEqualTo(2_000);
        });
        assertThat(update.keys()).containsEntry("shop.big", List.of("id"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE fresh (id int PRIMARY KEY)                     | TABLE_CREATED shop.fresh
            ALTER TABLE big ADD COLUMN d int NOT NULL                   | COLUMN_ADDED shop.big.d
            ALTER TABLE big DROP COLUMN c                               | COLUMN_DROPPED shop.big.c
            ALTER TABLE big RENAME COLUMN c TO d                        | COLUMN_RENAMED shop.big.d
            ALTER TABLE big MODIFY c text NOT NULL DEFAULT 'x'          | COLUMN_REQUIRED shop.big.c COLUMN_TYPE_CHANGED shop.big.c DEFAULT_SET shop.big.c TABLE_REWRITTEN shop.big
            ALTER TABLE big RENAME INDEX by_b TO b                      | INDEX_RENAMED shop.big.b
            ALTER TABLE big DROP INDEX by_b                             | INDEX_DROPPED shop.big.by_b
            ALTER TABLE big ADD UNIQUE KEY only_a (a)                   | INDEX_CREATED shop.big.only_a
            CREATE TRIGGER t BEFORE INSERT ON big FOR EACH ROW SET @x=1 | TRIGGER_CREATED shop.big.t
            CREATE VIEW seen AS SELECT id FROM big                      | VIEW_CREATED shop.seen
            RENAME TABLE big TO bigger                                  | TABLE_RENAMED shop.bigger
            DROP TABLE child                                            | TABLE_DROPPED shop.child
            UPDATE big SET b = 1                                        | ''
            """)
    void the_effects_of_a_statement_are_told(String sql, String effects) throws Exception {
        server.fresh();
        StatementFacts ran = server.watched(sql, true).statements().get(0);
        assertThat(Objects.requireNonNull(ran.effects()).catalogue().stream()
                        .map(effect -> effect.kind() + " " + effect.object())
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .isEqualTo(effects);
    }
}
