package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Seeder.Below;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.RowCount;
import dev.rehearsal.volume.SeedScripts;
import dev.rehearsal.volume.SeedScripts.SeedScript;
import dev.rehearsal.volume.TableVolume;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in which migrations have inserted rows are filled up beside these, and who holds fewer rows is told. */
class FilledUpTest {
    private static final VolumeProfile PROFILE = VolumeProfile.uniform(7, 500);

    /** Others' identifiers do not repeat, so that a key that comes later finds none twice. */
    /** In a key of several columns none has to be unique by itself; an identifier is all the same. */
    @Test
    void identifiers_are_different_as_parts_of_a_key() throws SQLException {
        SeededDatabase database = SeededDatabase.with(
                        "CREATE TABLE p (id uuid PRIMARY KEY); CREATE TABLE t (p uuid"
                                + " REFERENCES p, version uuid NOT NULL, kind int, UNIQUE (p, version), UNIQUE (kind, version))")
                .filled(PROFILE);
        assertThat(database.number("SELECT count(DISTINCT version) FROM t")).isEqualTo(500);
    }

    @Test
    void identifiers_are_different_without_a_key() throws SQLException {
        SeededDatabase database = SeededDatabase.with(
                        "CREATE TABLE t (id serial PRIMARY KEY, version uuid NOT NULL, other"
                                + " uuid CHECK (other IN ('00000000-0000-0000-0000-000000000001')))")
                .filled(PROFILE);
        assertThat(database.number("SELECT count(DISTINCT version) FROM t")).isEqualTo(500);
        assertThat(database.number("SELECT count(DISTINCT other) FROM t")).isEqualTo(1);
    }

    /** The server knows no ON CONFLICT for a key that is checked at the end of a statement or transaction. */
    @ParameterizedTest
    @ValueSource(strings = {"DEFERRABLE", "DEFERRABLE INITIALLY DEFERRED"})
    void rows_beside_others_are_left_out_also_by_a_key_that_is_checked_later(String when) throws SQLException {
        SeededDatabase database =
                SeededDatabase.with("CREATE TABLE p (id uuid PRIMARY KEY); CREATE TABLE t (p uuid REFERENCES p)");
        database.fill(PROFILE);
        database.run("DELETE FROM t a USING t b WHERE a.p = b.p AND a.ctid > b.ctid; DELETE FROM t WHERE p IS NULL;"
                + " ALTER TABLE t ADD UNIQUE (p) " + when + ", ALTER p SET NOT NULL");
        database.filled(PROFILE);
        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(500);
    }

    /** Whoever is there already may hold any of the few keys. */
    @Test
    void all_of_a_few_keys_are_used() throws SQLException {
        SeededDatabase database =
                SeededDatabase.with("CREATE TABLE p (id uuid PRIMARY KEY); CREATE TABLE t (p uuid REFERENCES p)");
        database.fill(PROFILE);
        database.run("DELETE FROM t a USING t b WHERE a.p = b.p AND a.ctid > b.ctid; DELETE FROM t WHERE p IS NULL;"
                + " CREATE UNIQUE INDEX ON t (p); ALTER TABLE t ALTER p SET NOT NULL");
        database.filled(PROFILE);
        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "serial_that_was_used | CREATE TABLE t (id serial PRIMARY KEY, email text NOT NULL UNIQUE, note text) |"
                        + " INSERT INTO t (email) VALUES ('admin@example.com')",
                "serial_that_was_passed_by | CREATE TABLE t (id serial PRIMARY KEY, email text NOT NULL UNIQUE) | INSERT"
                        + " INTO t VALUES (1, 'a@example.com'), (77, 'b@example.com')",
                "always_identity | CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY (START 100 INCREMENT 5) PRIMARY"
                        + " KEY, v int) | INSERT INTO t (v) SELECT 3 FROM generate_series(1, 3)",
                "a_plain_key | CREATE TABLE t (id int PRIMARY KEY) | INSERT INTO t VALUES (0), (1), (2), (9)",
                "a_key_far_away | CREATE TABLE t (id int PRIMARY KEY) | INSERT INTO t VALUES (-5), (2147483647)",
                "a_key_at_its_end | CREATE TABLE t (id smallint PRIMARY KEY) | INSERT INTO t SELECT generate_series(32500,"
                        + " 32767)",
                "uuid | CREATE TABLE t (id uuid PRIMARY KEY) | INSERT INTO t VALUES"
                        + " ('00000000-0000-0000-0000-000000000001')",
                "natural | CREATE TABLE t (code varchar(3) PRIMARY KEY, name text NOT NULL) | INSERT INTO t VALUES ('EUR',"
                        + " 'Euro'), ('AAA', 'first'), ('AAB', 'second'), ('ABC', 'x')",
                "texts_that_we_would_make | CREATE TABLE t (code varchar(3) PRIMARY KEY) | INSERT INTO t SELECT concat(chr(65 +"
                        + " i), chr(65 + j), chr(65 + k)) FROM generate_series(0, 1) i, generate_series(0, 12) j,"
                        + " generate_series(0, 8) k",
                "composite | CREATE TABLE t (kind text CHECK (kind IN ('a', 'b')), no int, PRIMARY KEY (kind, no)) | INSERT"
                        + " INTO t SELECT 'a', n FROM generate_series(1, 40) n",
                "a_key_within_a_key | CREATE TABLE p (id serial PRIMARY KEY); CREATE TABLE t (id serial PRIMARY KEY, name"
                        + " varchar(70) NOT NULL, p int NOT NULL REFERENCES p, kind text NOT NULL CHECK (kind IN ('a', 'b')),"
                        + " UNIQUE (name, p), UNIQUE (name, kind, p)) | INSERT INTO p DEFAULT VALUES; INSERT INTO t (name, p,"
                        + " kind) SELECT 'x', id, 'a' FROM p",
                "nearly_full | CREATE TABLE t (a int CHECK (a BETWEEN 1 AND 20), b int CHECK (b BETWEEN 1 AND 25), PRIMARY"
                        + " KEY (a, b)) | INSERT INTO t SELECT a, b FROM generate_series(1, 20) a, generate_series(1, 24) b",
                "join_table | CREATE TABLE a (id serial PRIMARY KEY); CREATE TABLE b (id uuid PRIMARY KEY); CREATE TABLE t"
                        + " (a int REFERENCES a, b uuid REFERENCES b, PRIMARY KEY (a, b)) | INSERT INTO a DEFAULT VALUES;"
                        + " INSERT INTO b VALUES (gen_random_uuid()); INSERT INTO t SELECT a.id, b.id FROM a, b",
                "one_to_one | CREATE TABLE a (id bigserial PRIMARY KEY); CREATE TABLE t (id bigint PRIMARY KEY REFERENCES a)"
                        + " | INSERT INTO a SELECT FROM generate_series(1, 3); INSERT INTO t VALUES (2)",
                "checks | CREATE TABLE t (id int PRIMARY KEY, a int, b int NOT NULL, CHECK (a < b), CHECK (b % 7 = 3)) |"
                        + " INSERT INTO t VALUES (1, 2, 3)",
                "self_reference | CREATE TABLE t (id serial PRIMARY KEY, up int REFERENCES t) | INSERT INTO t (id, up) VALUES"
                        + " (50, NULL), (60, 50)",
                "self_reference_that_must_be | CREATE TABLE t (id int PRIMARY KEY, up int NOT NULL REFERENCES t, code text"
                        + " NOT NULL UNIQUE) | INSERT INTO t VALUES (9, 9, 'T-10003')",
                "self_reference_of_uuids | CREATE TABLE t (id uuid PRIMARY KEY, up uuid REFERENCES t) | INSERT INTO t VALUES"
                        + " ('00000000-0000-0000-0000-000000000001', NULL)",
                "circle | CREATE TABLE a (id serial PRIMARY KEY, b int); CREATE TABLE t (id serial PRIMARY KEY, a int NOT NULL"
                        + " REFERENCES a); ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES t | INSERT INTO a VALUES (1, NULL);"
                        + " INSERT INTO t VALUES (1, 1); UPDATE a SET b = 1",
                "circle_that_must_be | CREATE TABLE a (id int PRIMARY KEY, t int NOT NULL); CREATE TABLE t (id int PRIMARY"
                        + " KEY, a int NOT NULL REFERENCES a DEFERRABLE); ALTER TABLE a ADD FOREIGN KEY (t) REFERENCES t"
                        + " DEFERRABLE | SET CONSTRAINTS ALL DEFERRED; INSERT INTO a VALUES (1, 1); INSERT INTO t VALUES"
                        + " (1, 1)",
                "range_partitions | CREATE TABLE t (id bigserial, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);"
                        + " CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('2023-01-01') TO ('2023-02-01'); CREATE TABLE t2"
                        + " PARTITION OF t FOR VALUES FROM ('2023-02-01') TO ('2024-01-01') | INSERT INTO t (at) VALUES"
                        + " ('2023-01-05')",
                "exclusion | CREATE EXTENSION btree_gist; CREATE TABLE t (room int NOT NULL, at tsrange NOT NULL, EXCLUDE"
                        + " USING gist (room WITH =, at WITH &&)) | INSERT INTO t VALUES (1, '[2020-01-01, 2024-01-01)')",
                "partial_unique | CREATE TABLE t (id serial PRIMARY KEY, kind text NOT NULL CHECK (kind IN ('a', 'b')),"
                        + " current bool NOT NULL); CREATE UNIQUE INDEX ON t (kind) WHERE current | INSERT INTO t (kind,"
                        + " current) VALUES ('a', true)",
                "one_default | CREATE TABLE t (id serial PRIMARY KEY, is_default bool NOT NULL); CREATE UNIQUE INDEX ON t"
                        + " ((true)) WHERE is_default | INSERT INTO t (is_default) VALUES (true)",
                "a_few_or_null | CREATE TABLE t (id serial PRIMARY KEY, kind text UNIQUE CHECK (kind IN ('a', 'b'))) | INSERT"
                        + " INTO t (kind) VALUES ('b')",
                "expression | CREATE TABLE t (id serial PRIMARY KEY, name text NOT NULL); CREATE UNIQUE INDEX ON t"
                        + " (lower(name)) | INSERT INTO t (name) VALUES ('Anna')",
                "no_key | CREATE TABLE t (v text) | INSERT INTO t VALUES ('x'), (NULL)",
                "no_columns | CREATE TABLE t () | INSERT INTO t DEFAULT VALUES",
            })
    void it_is_filled_up_beside_its_rows(String name, String schema, String rows) throws SQLException {
        for (boolean superuser : List.of(true, false)) {
            SeededDatabase database = SeededDatabase.with(schema);
            database.run("BEGIN; " + rows + "; COMMIT");
            List<String> own = database.list("SELECT t::text FROM t ORDER BY 1");

            Filling filling = superuser ? database.fill(PROFILE) : database.fillAsOther(PROFILE);

            assertThat(filling.unfilled()).as(name).isEmpty();
            assertThat(filling.below()).as(name).isEmpty();
            assertThat(database.number("SELECT count(*) FROM t")).as(name).isEqualTo(500);
            assertThat(database.list("SELECT t::text FROM t ORDER BY 1"))
                    .as(name)
                    .containsAll(own);
            database.isIntact();
            database.sequencesAreAhead();
            assertThat(database.fill(PROFILE).filled()).as(name).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE TABLE t (id int PRIMARY KEY CHECK (id = 1), name text) | INSERT INTO t VALUES (1, 'x') | 1 | id has 1"
                        + " value",
                "CREATE TABLE t (id bool PRIMARY KEY DEFAULT true CHECK (id), name text) | INSERT INTO t VALUES (true, 'x') |"
                        + " 1 | id has 1 value",
                "CREATE TABLE t (name text); CREATE UNIQUE INDEX ON t ((true)) | INSERT INTO t VALUES ('x') | 1 | no two rows"
                        + " may differ in it",
                "CREATE TYPE k AS ENUM ('a', 'b', 'c'); CREATE TABLE t (k k PRIMARY KEY) | INSERT INTO t VALUES ('b') | 3 | k"
                        + " has 3 values",
                "CREATE TYPE k AS ENUM ('a', 'b', 'c'); CREATE TABLE t (k k, on_ bool, PRIMARY KEY (k, on_)) | INSERT INTO t"
                        + " VALUES ('b', true) | 6 | k has 3 values",
                "CREATE TABLE a (id serial PRIMARY KEY CHECK (id IN (1, 2, 3, 4))); CREATE TABLE t (a int PRIMARY KEY"
                        + " REFERENCES a) | INSERT INTO a VALUES (3); INSERT INTO t VALUES (3) | 4 | a points at 4 rows of"
                        + " public.a",
                "CREATE TABLE t (n int PRIMARY KEY CHECK (n BETWEEN 2 AND 9)) | SELECT | 8 | n has 8 values",
            })
    void what_can_hold_no_more_is_full_and_no_failure(String schema, String rows, long most, String why)
            throws SQLException {
        SeededDatabase database = SeededDatabase.with(schema);
        database.run(rows);

        Filling filling = database.fill(PROFILE);

        assertThat(filling.unfilled()).isEmpty();
        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(most);
        Below below = below(filling, "t");
        assertThat(below).isNotNull();
        assertThat(below.full()).isTrue();
        assertThat(below.reason()).contains(why);
        assertThat(below(database.fill(PROFILE), "t")).as("the next time").isEqualTo(below);
        database.isIntact();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE FUNCTION never(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 = 77777'; CREATE TABLE t (id"
                        + " int PRIMARY KEY CHECK (never(id))) | INSERT INTO t VALUES (77777) | no more values were found",
                "CREATE TABLE p (id int) PARTITION BY LIST (id); CREATE TABLE t (v int); CREATE FUNCTION no() RETURNS trigger"
                        + " LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no more''; END'; CREATE TRIGGER a BEFORE INSERT ON t"
                        + " FOR EACH ROW EXECUTE FUNCTION no(); ALTER TABLE t ENABLE ALWAYS TRIGGER a | ALTER TABLE t DISABLE"
                        + " TRIGGER a; INSERT INTO t VALUES (1); ALTER TABLE t ENABLE ALWAYS TRIGGER a | no more",
                "CREATE FUNCTION never(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT $1 = 77777'; CREATE TABLE a (id"
                        + " int PRIMARY KEY CHECK (never(id))); CREATE TABLE t (a int PRIMARY KEY REFERENCES a) | INSERT INTO"
                        + " a VALUES (77777); INSERT INTO t VALUES (77777) | could not be filled itself",
            })
    void what_stays_below_for_another_reason_is_told_with_a_remedy(String schema, String rows, String why)
            throws SQLException {
        SeededDatabase database = SeededDatabase.with(schema);
        database.run(rows);

        Filling filling = database.fill(PROFILE);

        Below below = below(filling, "t");
        assertThat(below).isNotNull();
        assertThat(below.full()).isFalse();
        assertThat(below.reason()).contains(why);
        assertThat(below.remedy()).contains("public.t: own");
        List<Unfilled> of = filling.unfilled().stream()
                .filter(u -> !u.what().equals("public.p"))
                .toList();
        assertThat(of).hasSize(1);
        Unfilled told = of.get(0);
        assertThat(told.reason()).startsWith("only 1 of 500 rows: ");
        if (told.what().equals("public.t")) {
            assertThat(told.reason()).contains(why);
        } else {
            assertThat(told.reason()).endsWith("; public.t has too few rows for want of its own");
        }
    }

    @Test
    void one_cause_is_told_once_with_all_tables_behind_it() throws SQLException {
        StringBuilder schema = new StringBuilder("CREATE FUNCTION never(int) RETURNS bool LANGUAGE sql IMMUTABLE AS"
                + " 'SELECT $1 = 77777'; CREATE TABLE a (id int PRIMARY KEY CHECK (never(id)), since date)");
        for (int i = 0; i < 12; i++) {
            schema.append("; CREATE TABLE b" + i + " (id int PRIMARY KEY, up int NOT NULL REFERENCES "
                    + (i == 0 ? "a" : "b" + (i - 1)) + ")");
        }
        SeededDatabase database = SeededDatabase.with(schema.toString());

        Filling filling = database.fill(PROFILE);

        assertThat(filling.below()).hasSize(13);
        assertThat(filling.unfilled()).singleElement().satisfies(told -> {
            assertThat(told.what()).isEqualTo("public.a");
            assertThat(told.reason()).contains("; public.b0, public.b1,", " and 2 more have too few rows");
            assertThat(told.remedy())
                    .contains("`tables: { public.a: { rows: 500, columns: { id: { sql: \"n\" } } } }`")
                    .contains("`tables: { public.a: own }`");
        });
    }

    @Test
    void a_table_that_keeps_its_own_rows_is_left_as_migrations_made_it() throws SQLException {
        SeededDatabase database = SeededDatabase.with("CREATE TABLE currencies (code text PRIMARY KEY, symbol text);"
                + "INSERT INTO currencies VALUES ('EUR', NULL), ('USD', NULL);"
                + "CREATE TABLE prices (id serial PRIMARY KEY, currency text NOT NULL REFERENCES currencies)");
        VolumeProfile profile = PROFILE.with("currencies", new TableVolume(RowCount.OWN, Map.of()));

        database.filled(profile);

        assertThat(database.list("SELECT c::text FROM currencies c ORDER BY 1")).containsExactly("(EUR,)", "(USD,)");
        assertThat(database.number("SELECT count(*) FROM prices")).isEqualTo(500);
        assertThat(database.fill(profile).below()).isEmpty();
    }

    @Test
    void the_same_seed_gives_the_same_rows_beside_others() throws SQLException {
        String schema = "CREATE TABLE t (id serial PRIMARY KEY, name text, up int REFERENCES t);"
                + "INSERT INTO t (name) VALUES ('root')";
        String print = "SELECT md5(string_agg(t::text, '|' ORDER BY id)) FROM t";
        String first = SeededDatabase.with(schema).filled(PROFILE).list(print).get(0);

        assertThat(SeededDatabase.with(schema).filled(PROFILE).list(print)).containsExactly(first);
        assertThat(SeededDatabase.with(schema).filled(PROFILE.seeded(8)).list(print))
                .doesNotContain(first);
    }

    @Test
    void shares_hold_to_the_row_beside_others() throws SQLException {
        SeededDatabase database = SeededDatabase.with("CREATE TABLE t (id serial PRIMARY KEY, v text)");
        database.run("INSERT INTO t (v) VALUES ('own'), ('own'), ('own')");
        VolumeProfile profile = PROFILE.with(
                "t",
                new TableVolume(
                        new RowCount(1003, null),
                        Map.of(
                                "v",
                                new ColumnVolume(
                                        Map.of("a", 70.0, "b", 30.0), List.of(), null, 0.2, null, null, null))));

        database.filled(profile);

        assertThat(database.list("SELECT coalesce(v, 'null') || count(*) FROM t GROUP BY v ORDER BY 1"))
                .containsExactly("a560", "b240", "null200", "own3");
    }

    @Test
    void many_rows_are_streamed_beside_others_and_collide_with_none() throws SQLException {
        SeededDatabase database =
                SeededDatabase.with("CREATE TABLE t (id serial PRIMARY KEY, email text NOT NULL UNIQUE);"
                        + "INSERT INTO t VALUES (40, 'a@example.com'), (7, 'b@example.com')");

        database.filled(PROFILE.withDefaultRows(30_000));

        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(30_000);
        assertThat(database.number("SELECT min(id) FROM t WHERE id NOT IN (7, 40)"))
                .isEqualTo(10_040);
        database.sequencesAreAhead();
    }

    @Test
    void the_next_keys_of_a_migration_that_writes_them_itself_stay_free() throws SQLException {
        SeededDatabase database = SeededDatabase.with(
                "CREATE TABLE t (id int PRIMARY KEY, v text); INSERT INTO t VALUES (1, 'a'), (2, 'b');"
                        + "CREATE TABLE u (id serial PRIMARY KEY); INSERT INTO u DEFAULT VALUES");

        database.filled(PROFILE);

        database.run("INSERT INTO t VALUES (3, 'c'); INSERT INTO u DEFAULT VALUES");
        assertThat(database.number("SELECT max(id) FROM u")).isEqualTo(501);
    }

    @Test
    void rows_that_are_gone_are_made_up_for() throws SQLException {
        SeededDatabase database = SeededDatabase.with("CREATE TABLE t (id serial PRIMARY KEY, v text)")
                .filled(PROFILE);
        database.run("DELETE FROM t WHERE id % 2 = 0");

        database.filled(PROFILE);

        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(500);
        assertThat(database.number("SELECT max(id) FROM t")).isEqualTo(749);
    }

    @Test
    void a_script_that_fills_counts_and_one_that_empties_is_told_by_its_name() throws SQLException {
        SeededDatabase database = SeededDatabase.with(
                "CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE u (id int PRIMARY KEY); INSERT INTO t VALUES (3)");
        SeedScripts scripts = new SeedScripts(
                new SeedScript("before.sql", "INSERT INTO t VALUES (1), (2)"),
                new SeedScript("after.sql", "DELETE FROM u WHERE id > 20"));

        Filling filling = database.fill(new VolumeProfile(7, 500, 1, true, Map.of(), scripts, Map.of()));

        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(500);
        assertThat(database.number("SELECT count(*) FROM u")).isEqualTo(20);
        assertThat(filling.below()).extracting(Below::full).containsExactly(false);
        assertThat(filling.unfilled()).singleElement().satisfies(u -> {
            assertThat(u.what()).isEqualTo("public.u");
            assertThat(u.reason()).isEqualTo("only 20 of 500 rows: the script after.sql left it so");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CREATE TABLE t (id bigserial PRIMARY KEY) PARTITION BY RANGE (id) | FROM (1) TO (1000) | FROM (1000000) TO"
                        + " (2000000)",
                "CREATE TABLE t (id serial, at date NOT NULL) PARTITION BY RANGE (at) | FROM ('2024-01-01') TO ('2025-01-01')"
                        + " | FROM ('2031-01-01') TO ('2031-02-01')",
                "CREATE TABLE t (id serial, c text NOT NULL) PARTITION BY LIST (c) | IN ('a', 'b') | IN ('q')",
            })
    void no_partition_is_left_without_rows(String schema, String first, String later) throws SQLException {
        SeededDatabase database = SeededDatabase.with(schema + "; CREATE TABLE t1 PARTITION OF t FOR VALUES " + first
                + "; CREATE TABLE other PARTITION OF t DEFAULT");
        database.filled(PROFILE);
        assertThat(database.number("SELECT count(*) FROM t1")).isPositive();

        database.run("CREATE TABLE t2 PARTITION OF t FOR VALUES " + later);
        database.filled(PROFILE);

        assertThat(database.number("SELECT count(*) FROM t2")).isEqualTo(25);
        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(525);
        assertThat(database.fill(PROFILE).filled()).isEmpty();
    }

    @Test
    void a_partition_that_takes_no_row_is_told() throws SQLException {
        SeededDatabase database = SeededDatabase.with(
                "CREATE TABLE t (id int, c text CHECK (c <> 'x')) PARTITION BY LIST (c);"
                        + "CREATE TABLE t1 PARTITION OF t FOR VALUES IN ('a'); CREATE TABLE t2 PARTITION OF t FOR VALUES IN ('x')");

        Filling filling = database.fill(PROFILE);

        assertThat(filling.unfilled()).singleElement().satisfies(u -> {
            assertThat(u.what()).isEqualTo("public.t2");
            assertThat(u.reason()).contains("no row was found that belongs there");
        });
    }

    @Test
    void a_table_of_no_rows_is_asked_for() throws SQLException {
        SeededDatabase database = SeededDatabase.with("CREATE TABLE t (id int); CREATE TABLE u (id int)");

        Filling filling = database.fill(VolumeProfile.uniform(1, 0));

        assertThat(filling).isEqualTo(new Filling(List.of(), List.of(), List.of()));
        assertThat(new PostgresSeeder()
                        .fill(database.source(), PROFILE.with("t", TableVolume.of(0)), Set.of(), line -> {})
                        .below())
                .isEmpty();
    }

    private static @Nullable Below below(Filling filling, String table) {
        return filling.below().stream()
                .filter(one -> one.table().name().equals(table))
                .findFirst()
                .orElse(null);
    }
}
