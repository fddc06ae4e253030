package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.volume.TableVolume;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables whose keys must not be NULL and point at each other in a circle are filled together. */
class CirclesTest {
    private static final VolumeProfile PROFILE = VolumeProfile.uniform(7, 500);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "two | CREATE TABLE team (id bigint PRIMARY KEY, captain_id bigint NOT NULL UNIQUE, name text NOT NULL);"
                        + " CREATE TABLE player (id bigint PRIMARY KEY, team_id bigint NOT NULL REFERENCES team DEFERRABLE"
                        + " INITIALLY DEFERRED); ALTER TABLE team ADD FOREIGN KEY (captain_id) REFERENCES player"
                        + " DEFERRABLE INITIALLY DEFERRED | team, player",
                "initially_immediate | CREATE TABLE a (id uuid PRIMARY KEY, b text NOT NULL); CREATE TABLE b"
                        + " (code text PRIMARY KEY, a uuid NOT NULL REFERENCES a DEFERRABLE); ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES"
                        + " b DEFERRABLE | a, b",
                "three | CREATE TABLE a (id serial PRIMARY KEY, b int NOT NULL); CREATE TABLE b (id int PRIMARY KEY, c int"
                        + " NOT NULL); CREATE TABLE c (id int PRIMARY KEY, a int NOT NULL REFERENCES a DEFERRABLE); ALTER TABLE a"
                        + " ADD FOREIGN KEY (b) REFERENCES b DEFERRABLE; ALTER TABLE b ADD FOREIGN KEY (c) REFERENCES c"
                        + " DEFERRABLE | a, b, c",
                "with_its_children_and_cascades | CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL); CREATE TABLE b (id int"
                        + " PRIMARY KEY, a int NOT NULL REFERENCES a ON DELETE CASCADE DEFERRABLE, up int NOT NULL REFERENCES b);"
                        + " ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b ON DELETE CASCADE DEFERRABLE; CREATE TABLE child (id int"
                        + " PRIMARY KEY, a int NOT NULL REFERENCES a, b int NOT NULL REFERENCES b) | a, b, child",
                "itself | CREATE TABLE a (id int PRIMARY KEY, up int NOT NULL REFERENCES a DEFERRABLE INITIALLY DEFERRED,"
                        + " other uuid NOT NULL UNIQUE, it uuid NOT NULL REFERENCES a (other)) | a",
                "two_keys_the_same_way | CREATE TABLE a (id int PRIMARY KEY, b1 int NOT NULL, b2 int NOT NULL); CREATE TABLE b"
                        + " (id int PRIMARY KEY, a int NOT NULL REFERENCES a DEFERRABLE); ALTER TABLE a ADD FOREIGN KEY (b1)"
                        + " REFERENCES b DEFERRABLE; ALTER TABLE a ADD FOREIGN KEY (b2) REFERENCES b DEFERRABLE | a, b",
                "keys_of_two_columns | CREATE TABLE a (x int, y int, bx int NOT NULL, by int NOT NULL, PRIMARY KEY (x, y)); CREATE"
                        + " TABLE b (x int, y int, ax int NOT NULL, ay int NOT NULL, PRIMARY KEY (x, y), FOREIGN KEY (ax, ay)"
                        + " REFERENCES a DEFERRABLE); ALTER TABLE a ADD FOREIGN KEY (bx, by) REFERENCES b DEFERRABLE | a, b",
                "with_checks | CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL, x int, y int, CHECK (x < y)); CREATE TABLE b (id"
                        + " int PRIMARY KEY CHECK (id % 2 = 1), a int NOT NULL REFERENCES a DEFERRABLE); ALTER TABLE a ADD FOREIGN"
                        + " KEY (b) REFERENCES b DEFERRABLE | a, b",
            })
    void each_of_them_is_filled(String name, String schema, String tables) throws SQLException {
        for (boolean superuser : List.of(true, false)) {
            SeededDatabase database = SeededDatabase.with(schema);

            Filling filling = superuser ? database.fill(PROFILE) : database.fillAsOther(PROFILE);

            assertThat(filling.unfilled()).as(name).isEmpty();
            assertThat(filling.below()).as(name).isEmpty();
            for (String table : tables.split(", ", -1)) {
                assertThat(database.number("SELECT count(*) FROM " + table))
                        .as(table)
                        .isEqualTo(500);
            }
            database.isIntact();
            database.sequencesAreAhead();
            assertThat(database.fill(PROFILE).filled()).as(name).isEmpty();
        }
    }

    @Test
    void rows_that_migrations_inserted_stay_and_are_pointed_at() throws SQLException {
        SeededDatabase database = SeededDatabase.with("CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL);"
                + "CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a DEFERRABLE);"
                + "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b DEFERRABLE");
        database.run(
                "BEGIN; SET CONSTRAINTS ALL DEFERRED; INSERT INTO a VALUES (1, 1), (2, 1); INSERT INTO b VALUES (1, 2);"
                        + " COMMIT");

        database.filled(PROFILE.with("a", TableVolume.of(800)));

        assertThat(database.list("SELECT a::text FROM a WHERE id < 3 ORDER BY 1"))
                .containsExactly("(1,1)", "(2,1)");
        assertThat(database.list("SELECT b::text FROM b WHERE id = 1")).containsExactly("(1,2)");
        assertThat(database.number("SELECT count(*) FROM a")).isEqualTo(800);
        assertThat(database.number("SELECT count(*) FROM b")).isEqualTo(500);
        assertThat(database.number("SELECT count(DISTINCT b) FROM a")).isGreaterThan(50);
    }

    @Test
    void the_same_seed_gives_the_same_rows() throws SQLException {
        String schema = "CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL);"
                + "CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a DEFERRABLE);"
                + "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b DEFERRABLE";
        String print = "SELECT md5(string_agg(a::text, '|' ORDER BY id)) FROM a";

        assertThat(SeededDatabase.with(schema).filled(PROFILE).list(print))
                .isEqualTo(SeededDatabase.with(schema).filled(PROFILE).list(print));
    }

    @Test
    void where_a_key_cannot_wait_only_a_superuser_can_insert_the_first_row() throws SQLException {
        String schema = "CREATE TABLE a (id int PRIMARY KEY, b int NOT NULL);"
                + "CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a);"
                + "ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b";
        SeededDatabase.with(schema).filled(PROFILE);
        SeededDatabase database = SeededDatabase.with(schema);

        List<Unfilled> unfilled = database.fillAsOther(PROFILE).unfilled();

        assertThat(unfilled).hasSize(1);
        assertThat(unfilled.get(0).reason())
                .contains("public.a, public.b point at each other in a circle")
                .contains("ALTER CONSTRAINT … DEFERRABLE");
        assertThat(database.number("SELECT count(*) FROM a")).isZero();
    }
}
