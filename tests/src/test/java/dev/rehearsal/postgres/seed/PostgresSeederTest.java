package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.RowCount;
import dev.rehearsal.volume.TableVolume;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSeederTest {
    private static final VolumeProfile THOUSAND = VolumeProfile.uniform(42, 1000);
    private static final String SHOP = """
            CREATE TABLE users (id bigserial PRIMARY KEY, email text NOT NULL UNIQUE, name varchar(40) NOT NULL,
              status text NOT NULL CHECK (status IN ('active', 'blocked', 'new')), note text,
              boss bigint REFERENCES users, created_at timestamptz NOT NULL DEFAULT now());
            CREATE TABLE orders (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id bigint NOT NULL REFERENCES users,
              placed timestamptz NOT NULL, shipped timestamptz, total numeric(12,2),
              cents bigint GENERATED ALWAYS AS ((total * 100)::bigint) STORED, CHECK (shipped >= placed));
            CREATE TABLE items (order_id int REFERENCES orders, line_no int, sku varchar(9) NOT NULL
              CHECK (sku ~ '^[A-Z]{3}-[0-9]{5}$'), PRIMARY KEY (order_id, line_no));
            """;

    @Test
    void every_table_gets_its_rows_and_every_constraint_holds() throws SQLException {
        VolumeProfile profile = THOUSAND.with("orders", new TableVolume(new RowCount(2, "users"), Map.of()))
                .with("users", TableVolume.of(1000));
        SeededDatabase shop = SeededDatabase.with(SHOP).filled(profile);

        assertThat(shop.number("SELECT count(*) FROM users")).isEqualTo(1000);
        assertThat(shop.number("SELECT count(*) FROM orders")).isEqualTo(2000);
        assertThat(shop.number("SELECT count(*) FROM items")).isEqualTo(1000);
    }

    @Test
    void nullable_columns_hold_nulls_and_free_ones_duplicates() throws SQLException {
        SeededDatabase shop = SeededDatabase.with(SHOP).filled(THOUSAND);

        assertThat(shop.number("SELECT count(*) FROM users WHERE note IS NULL")).isBetween(50L, 160L);
        assertThat(shop.number("SELECT count(DISTINCT name) FROM users")).isLessThan(900);
        assertThat(shop.number("SELECT max(c) FROM (SELECT count(*) c FROM orders GROUP BY user_id) x"))
                .isGreaterThan(5);
    }

    @Test
    void the_next_row_of_the_application_gets_a_free_key() throws SQLException {
        SeededDatabase shop = SeededDatabase.with(SHOP).filled(THOUSAND);

        shop.run("INSERT INTO users (email, name, status) VALUES ('a@b', 'n', 'new')");
        shop.run("INSERT INTO orders (user_id, placed) VALUES (1001, now())");
        assertThat(shop.number("SELECT max(id) FROM orders")).isEqualTo(1001);
    }

    @Test
    void the_same_seed_gives_the_same_rows_and_another_seed_others() throws SQLException {
        String print = "SELECT md5(string_agg(t::text, '|' ORDER BY id)) FROM orders t";
        String first = SeededDatabase.with(SHOP).filled(THOUSAND).list(print).get(0);

        assertThat(SeededDatabase.with(SHOP).filled(THOUSAND).list(print)).containsExactly(first);
        assertThat(SeededDatabase.with(SHOP).filled(THOUSAND.seeded(43)).list(print))
                .doesNotContain(first);
    }

    @Test
    void big_tables_get_their_indexes_back_exactly_as_they_were() throws SQLException {
        SeededDatabase shop = SeededDatabase.with(SHOP
                + "CREATE INDEX by_name ON users (lower(name)) WITH (fillfactor = 70) WHERE note IS NULL;"
                + "COMMENT ON INDEX by_name IS 'kept'; ALTER TABLE users CLUSTER ON users_email_key;"
                + "ALTER TABLE orders REPLICA IDENTITY USING INDEX orders_pkey;");
        String catalogue = "SELECT (to_jsonb(i) || jsonb_build_object('def', pg_get_indexdef(indexrelid), 'comment',"
                + " obj_description(indexrelid)))::text FROM pg_index i WHERE indrelid IN ('users'::regclass,"
                + " 'orders'::regclass) ORDER BY indexrelid";
        List<String> before = shop.list(catalogue);

        shop.filled(THOUSAND.withDefaultRows(30_000));

        assertThat(shop.list(catalogue)).isEqualTo(before);
        assertThat(shop.number("SELECT count(*) FROM users WHERE email = (SELECT email FROM users WHERE id = 29999)"))
                .isEqualTo(1);
    }

    @Test
    void a_column_that_a_migration_has_added_is_filled_and_tables_with_rows_are_left_alone() throws SQLException {
        SeededDatabase shop = SeededDatabase.with(SHOP).filled(THOUSAND);
        shop.run("ALTER TABLE users ADD COLUMN code text UNIQUE, ADD COLUMN level int CHECK (level BETWEEN 1 AND 5),"
                + " ADD COLUMN order_id int REFERENCES orders, ADD COLUMN kept text");
        VolumeProfile profile = THOUSAND.with(
                "users",
                new TableVolume(
                        null, Map.of("kept", new ColumnVolume(Map.of(), List.of(), null, 1.0, null, null, null))));

        shop.filled(profile);

        assertThat(shop.number("SELECT count(*) FROM users")).isEqualTo(1000);
        assertThat(shop.number("SELECT least(count(code), count(level), count(order_id)) FROM users"))
                .isBetween(840L, 950L);
        assertThat(shop.number("SELECT count(kept) FROM users")).isZero();
    }

    @Test
    void a_second_filling_changes_nothing() throws SQLException {
        SeededDatabase shop = SeededDatabase.with(SHOP).filled(THOUSAND);
        List<String> before = shop.list("SELECT xmin::text || t FROM users t ORDER BY id");

        Filling again = shop.fill(THOUSAND);

        assertThat(again).isEqualTo(new Filling(List.of(), List.of(), List.of()));
        assertThat(shop.list("SELECT xmin::text || t FROM users t ORDER BY id")).isEqualTo(before);
    }

    @Test
    void what_cannot_be_filled_is_told_with_reason_and_remedy_and_the_rest_goes_on() throws SQLException {
        SeededDatabase database = SeededDatabase.with("CREATE TABLE a_none (id int) PARTITION BY LIST (id);"
                + "CREATE FUNCTION never(int) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT false';"
                + "CREATE TABLE b_never (id int NOT NULL CHECK (never(id))); CREATE TABLE c_fine (id int PRIMARY KEY)");

        Filling filling = database.fill(THOUSAND);

        assertThat(filling.unfilled()).extracting(u -> u.what()).containsExactly("public.a_none", "public.b_never");
        assertThat(filling.unfilled()).allSatisfy(u -> assertThat(u.remedy()).contains("seed-sql"));
        assertThat(filling.filled()).extracting(f -> f.table().name()).contains("c_fine");
    }

    @Test
    void the_profile_decides_what_columns_hold() throws SQLException {
        Map<String, ColumnVolume> columns = Map.of(
                "status", said(Map.of("new", 90.0, "blocked", 10.0), List.of(), null, null),
                "name", new ColumnVolume(Map.of(), List.of(), null, null, 5L, null, null),
                "note", said(Map.of(), List.of(), "[A-C]{2}", null),
                "email", said(Map.of(), List.of(), null, "'me' || n || '@here'"));
        SeededDatabase shop =
                SeededDatabase.with(SHOP).filled(THOUSAND.with("public.users", new TableVolume(null, columns)));

        assertThat(shop.number("SELECT count(*) FROM users WHERE status = 'new'"))
                .isBetween(850L, 950L);
        assertThat(shop.number("SELECT count(DISTINCT name) FROM users")).isEqualTo(5);
        assertThat(shop.number("SELECT count(*) FROM users WHERE note !~ '^[A-C]{2}$'"))
                .isZero();
        assertThat(shop.number("SELECT count(*) FROM users WHERE email = 'me' || id || '@here'"))
                .isEqualTo(1000);
    }

    @Test
    void user_triggers_rest_while_seeding_and_stay_enabled() throws SQLException {
        SeededDatabase database = SeededDatabase.with("CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE log (id int);"
                + "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''fired''; END';"
                + "CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();"
                + "ALTER TABLE t ENABLE ROW LEVEL SECURITY; ALTER TABLE t FORCE ROW LEVEL SECURITY");

        database.filled(THOUSAND);

        assertThat(database.list("SELECT tgenabled FROM pg_trigger WHERE tgname = 'g'"))
                .containsExactly("O");
    }

    @ParameterizedTest
    @ValueSource(longs = {1000, 30_000})
    void a_table_that_cannot_be_analysed_is_filled_without_statistics_and_told(long rows) throws SQLException {
        SeededDatabase database = SeededDatabase.with(
                "CREATE FUNCTION plain(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN lower(t); END';"
                        + "CREATE FUNCTION sort_key(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS"
                        + " 'BEGIN RETURN plain(t); END';"
                        + "CREATE TABLE person (id bigint PRIMARY KEY, name text NOT NULL);"
                        + "CREATE INDEX ON person (sort_key(name)); CREATE TABLE zebra (person bigint REFERENCES person)");

        Filling filling = database.fill(VolumeProfile.uniform(3, rows));

        assertThat(filling.unfilled()).isEmpty();
        assertThat(filling.below()).isEmpty();
        assertThat(filling.unanalysed()).singleElement().satisfies(table -> {
            assertThat(table.what()).isEqualTo("public.person");
            assertThat(table.reason()).contains("plain(text) does not exist");
        });
        assertThat(database.number("SELECT count(*) FROM person")).isEqualTo(rows);
        assertThat(database.number("SELECT count(*) FROM pg_stats WHERE tablename = 'zebra'"))
                .isPositive();
        assertThat(database.number("SELECT count(*) FROM pg_index WHERE NOT (indisvalid AND indisready)"))
                .isZero();
    }

    private static ColumnVolume said(
            Map<String, Double> values, List<String> range, @Nullable String pattern, @Nullable String sql) {
        return new ColumnVolume(values, range, pattern, null, null, null, sql);
    }
}
