package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of ours are never in the way of a row that a later version inserts under a fixed key. */
class FreeKeysTest {
    private static final VolumeProfile PROFILE = VolumeProfile.uniform(7, 500);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a_serial | CREATE TABLE t (id serial PRIMARY KEY, v text) | INSERT INTO t (id, v) VALUES (1, 'a'), (2, 'b'), (400, 'c')",
                "no_columns_named | CREATE TABLE t (id int PRIMARY KEY, v text) | insert into public.t values (7, 'it''s'), (8, 'b');",
                "beside_own_rows | CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1) | INSERT INTO t VALUES (2), (10100)",
                "smallint | CREATE TABLE t (id smallint PRIMARY KEY) | INSERT INTO t VALUES (1), (32767)",
                "char_codes | CREATE TABLE t (code char(3) PRIMARY KEY, name text NOT NULL) | INSERT INTO t VALUES ('AAA', 'x'), ('EUR', 'Euro')",
                "varchar_codes | CREATE TABLE t (id serial PRIMARY KEY, code varchar(3) NOT NULL UNIQUE) | INSERT INTO t (code) VALUES ('AAB')",
                "composite | CREATE TABLE t (kind char(1), no int, PRIMARY KEY (kind, no)) | INSERT INTO t (no, kind) VALUES (1, 'A'), (2, 'A'), (3, 'B')",
                "dates | CREATE TABLE t (day date PRIMARY KEY, open bool) | INSERT INTO t VALUES (DATE '2019-01-01', true), ('2019-01-02'::date, false), (CAST('2019-01-05' AS date), true)",
                "quoted_names | CREATE TABLE \"T a\" (\"Id\" bigint PRIMARY KEY) | INSERT INTO public.\"T a\" AS x (\"Id\") OVERRIDING SYSTEM VALUE VALUES (3)",
                "a_query | CREATE TABLE t (id int PRIMARY KEY, v text) | INSERT INTO t SELECT 1, 'a' WHERE NOT EXISTS (SELECT FROM t WHERE v = 'a') UNION ALL SELECT 2, 'from b'",
                "a_block | CREATE TABLE t (id int PRIMARY KEY, v text) | DO $$ BEGIN /* all */ INSERT INTO t(id, v) VALUES (3, NULL); END $$",
                "a_domain | CREATE DOMAIN code AS int CHECK (VALUE > 0); CREATE TABLE t (id code PRIMARY KEY) | INSERT INTO t VALUES (1), (2)",
                "partitioned | CREATE TABLE t (id int PRIMARY KEY) PARTITION BY RANGE (id); CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (1) TO (9999) | INSERT INTO t VALUES (1), (5)",
                "with_a_tree | CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t) | INSERT INTO t VALUES (1, NULL), (2, 1), (9, 2)",
                "with_a_tree_that_must_be | CREATE TABLE t (id int PRIMARY KEY, up int NOT NULL REFERENCES t, code varchar(2) UNIQUE) | INSERT INTO t VALUES (1, 1, 'AA'), (2, 1, 'AB')",
                "with_children | CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY REFERENCES t, other int NOT NULL REFERENCES t) | INSERT INTO t VALUES (1), (3); INSERT INTO c VALUES (1, 3)",
                "other_types_once | CREATE TABLE t (id int PRIMARY KEY, v text) | INSERT INTO t VALUES (4, 'a'), ('abc', 'an older t'), (now(), 5)",
            })
    void what_a_script_inserts_goes_in(String name, String schema, String later) throws SQLException {
        for (boolean streamed : new boolean[] {false, true}) {
            SeededDatabase database = SeededDatabase.with(schema);
            VolumeProfile profile = streamed && !name.equals("smallint") ? PROFILE.withDefaultRows(9_000) : PROFILE;

            Filling filling = database.fill(profile, later);

            assertThat(filling.unfilled()).as(name).isEmpty();
            assertThat(filling.below()).as(name).allMatch(below -> below.full());
            database.isIntact();
            database.run(later.replace(", ('abc', 'an older t'), (now(), 5)", ""));
        }
    }

    @Test
    void without_the_script_the_key_is_taken() throws SQLException {
        SeededDatabase database =
                SeededDatabase.with("CREATE TABLE t (id int PRIMARY KEY)").filled(PROFILE);

        assertThat(database.number("SELECT count(*) FROM t WHERE id IN (1, 2)")).isEqualTo(2);
    }

    @Test
    void as_many_rows_as_were_asked_for_are_made_all_the_same() throws SQLException {
        SeededDatabase database =
                SeededDatabase.with("CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY KEY)");
        StringBuilder all = new StringBuilder("INSERT INTO t VALUES (1)");
        for (int i = 2; i <= 30_000; i++) {
            all.append(", (").append(i).append(')');
        }

        Filling filling = database.fill(PROFILE, all.toString(), "INSERT INTO other.u VALUES (1)");

        assertThat(filling.below()).isEmpty();
        assertThat(database.number("SELECT min(id) FROM t")).isGreaterThan(30_000);
        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(500);
        assertThat(database.number("SELECT min(id) FROM u")).isEqualTo(1);
    }

    @Test
    void what_has_only_the_values_that_scripts_insert_is_left_to_them() throws SQLException {
        SeededDatabase database =
                SeededDatabase.with("CREATE TABLE t (code text PRIMARY KEY CHECK (code IN ('a', 'b', 'c')))");

        Filling filling = database.fill(PROFILE, "INSERT INTO t VALUES ('a'), ('b')");

        assertThat(filling.unfilled()).isEmpty();
        assertThat(filling.below()).singleElement().satisfies(below -> {
            assertThat(below.full()).isTrue();
            assertThat(below.reason())
                    .isEqualTo(
                            "its key has room for 3 rows: code has 3 values, some of them are left to the scripts that"
                                    + " insert them");
        });
        assertThat(database.list("SELECT code FROM t")).containsExactly("c");
    }

    @Test
    void a_column_that_is_filled_later_leaves_them_free_too() throws SQLException {
        SeededDatabase database =
                SeededDatabase.with("CREATE TABLE t (id serial PRIMARY KEY)").filled(PROFILE);
        database.run("ALTER TABLE t ADD code varchar(3) UNIQUE");

        database.fill(PROFILE, "INSERT INTO t (code) VALUES ('AAA')");

        assertThat(database.number("SELECT count(code) FROM t")).isPositive();
        database.run("INSERT INTO t (code) VALUES ('AAA')");
    }
}
