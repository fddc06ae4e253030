package dev.rehearsal.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.schema.QualifiedName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VolumeFileTest {
    private static final QualifiedName USERS = new QualifiedName("public", "users");
    private static final QualifiedName ORDERS = new QualifiedName("public", "orders");
    private static final QualifiedName ITEMS = new QualifiedName("public", "items");

    @TempDir
    Path folder;

    @Test
    void a_ratio_names_a_table_in_the_quotes_of_either_kind_of_server() throws IOException {
        VolumeProfile profile = read("""
                tables:
                  "shop.`order`": 40
                  items: 2 per `order`
                  '"Big One"': 3
                  parts: 2 per public."Big One"
                """);
        assertThat(profile.rowsOf(new QualifiedName("shop", "items"))).isEqualTo(80);
        assertThat(profile.rowsOf(new QualifiedName("public", "parts"))).isEqualTo(6);
    }

    @Test
    void a_whole_file_is_read() throws IOException {
        Files.writeString(folder.resolve("before.sql"), "SELECT 1");
        VolumeProfile profile = read("""
                seed: 7
                rows: 1_000
                edges: false
                tables:
                  users: 25000
                  orders: 4 per users
                  public.items: { rows: 50000, columns: { status: { values: { paid: 70, open: 20 } },
                    note: { nulls: 0.3 }, price: { range: [0.01, 999.99] }, sku: { pattern: "[A-Z]{3}" },
                    country: { distinct: 40, skew: 1.1 }, full_name: { sql: "'Customer ' || n" } } }
                seed-sql: { before: before.sql }
                production:
                  users: 250000000
                """);

        assertThat(profile.seed()).isEqualTo(7);
        assertThat(profile.edges()).isFalse();
        assertThat(profile.rowsOf(USERS)).isEqualTo(25_000);
        assertThat(profile.rowsOf(ORDERS)).isEqualTo(100_000);
        assertThat(profile.scaled(0.1).rowsOf(ORDERS)).isEqualTo(10_000);
        assertThat(profile.rowsOf(new QualifiedName("public", "other"))).isEqualTo(1_000);
        assertThat(profile.columnOf(ITEMS, "status").values()).containsEntry("paid", 70.0);
        assertThat(profile.columnOf(ITEMS, "note").nulls()).isEqualTo(0.3);
        assertThat(profile.columnOf(ITEMS, "price").range()).containsExactly("0.01", "999.99");
        assertThat(profile.columnOf(ITEMS, "country").distinct()).isEqualTo(new DistinctCount(40, false));
        assertThat(profile.columnOf(ITEMS, "full_name").sql()).isEqualTo("'Customer ' || n");
        assertThat(profile.scripts().before()).isNotNull();
        assertThat(profile.productionRowsOf(USERS)).isEqualTo(250_000_000L);
    }

    @Test
    void a_table_may_keep_its_own_rows() throws IOException {
        VolumeProfile profile = read("""
                tables:
                  users: own
                  orders: { rows: own, columns: { note: { nulls: 1 } } }
                  items: 3 per users
                """);

        assertThat(profile.askedRowsOf(USERS)).isNull();
        assertThat(profile.scaled(3).askedRowsOf(ORDERS)).isNull();
        assertThat(profile.rowsOf(USERS)).isZero();
        assertThat(profile.names(USERS)).isTrue();
        assertThat(profile.askedRowsOf(new QualifiedName("public", "other"))).isEqualTo(10);
        assertThatThrownBy(() -> profile.askedRowsOf(ITEMS))
                .isInstanceOf(VolumeException.class)
                .hasMessageContaining("`3 per users`")
                .hasMessageContaining("`own`");
    }

    @Test
    void an_empty_file_says_nothing() throws IOException {
        assertThat(read("").rowsOf(USERS)).isEqualTo(10);
    }

    @Test
    void an_unknown_key_is_an_error_with_file_line_and_the_nearest_key() {
        assertThatThrownBy(() -> read("seed: 1\ntabels:\n  users: 3\n"))
                .isInstanceOf(VolumeException.class)
                .hasMessageContaining("volume.yaml:2:")
                .hasMessageContaining("`tabels`")
                .hasMessageContaining("`tables`");
        assertThatThrownBy(() -> read("tables:\n  users:\n    columns:\n      note:\n        null: 0.3\n"))
                .hasMessageContaining("volume.yaml:5:")
                .hasMessageContaining("`nulls`");
    }

    @Test
    void a_wrong_value_is_an_error_with_its_line() {
        assertThatThrownBy(() -> read("rows: many\n")).hasMessageContaining("volume.yaml:1:");
        assertThatThrownBy(() -> read("tables:\n  users: a lot\n"))
                .hasMessageContaining("4 per users")
                .hasMessageContaining("`own`");
        assertThatThrownBy(() -> read("tables: {users: {columns: {a: {nulls: 3}}}}"))
                .hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> read("tables: {users: {columns: {a: {range: [9, 1]}}}}"))
                .hasMessageContaining("smallest first");
        assertThatThrownBy(() -> read("tables: {users: {columns: {a: {distinct: 0%}}}}"))
                .hasMessageContaining("above 0%");
        assertThatThrownBy(() -> read("tables: [")).hasMessageContaining("no YAML");
        assertThatThrownBy(() -> read("rows: 1\nrows: 2\n")).hasMessageContaining("volume.yaml");
        assertThatThrownBy(() -> read("seed-sql: {after: gone.sql}")).hasMessageContaining("gone.sql");
        assertThatThrownBy(() -> VolumeFile.read(folder.resolve("none.yaml"), VolumeProfile.uniform(1, 10)))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_share_of_different_values_grows_with_the_rows() throws IOException {
        ColumnVolume said = read("tables: {users: {columns: {a: {distinct: 12.5%, width: 30, correlation: -0.9}}}}")
                .columnOf(USERS, "a");
        DistinctCount distinct = said.distinct();

        assertThat(distinct).isNotNull();
        assertThat(distinct.of(8000)).isEqualTo(1000);
        assertThat(distinct.of(1)).isEqualTo(1);
        assertThat(distinct).hasToString("12.5%");
        assertThat(said.width()).isEqualTo(30);
        assertThat(said.correlation()).isEqualTo(-0.9);
    }

    @Test
    void a_null_says_nothing_for_what_could_not_be_profiled() throws IOException {
        VolumeProfile profile = read("""
                tables: {users: null, orders: {rows: null, columns: {status: null}}}
                production: {users: null, orders: 5}
                """);

        assertThat(profile.names(USERS)).isFalse();
        assertThat(profile.rowsOf(ORDERS)).isEqualTo(10);
        assertThat(profile.columnOf(ORDERS, "status")).isEqualTo(ColumnVolume.UNSAID);
        assertThat(profile.productionRowsOf(USERS)).isNull();
        assertThat(profile.productionRowsOf(ORDERS)).isEqualTo(5);
    }

    @Test
    void a_ratio_finds_its_table_however_it_is_spelt() throws IOException {
        VolumeProfile profile = read("""
                tables:
                  public."Big One": 20
                  app.users: 30
                  orders: 2 per Big One
                  items: 0.5 per users
                """);

        assertThat(profile.rowsOf(ORDERS)).isEqualTo(40);
        assertThat(profile.rowsOf(ITEMS)).isEqualTo(15);
    }

    @Test
    void row_counts_that_go_in_a_circle_are_an_error() throws IOException {
        VolumeProfile profile = read("tables: {users: 2 per orders, orders: 3 per users}");

        assertThatThrownBy(() -> profile.rowsOf(USERS)).hasMessageContaining("circle");
    }

    @Test
    void unknown_tables_and_columns_are_named_with_the_nearest() throws IOException {
        VolumeProfile profile =
                read("tables: {usres: 3, orders: {columns: {stauts: {nulls: 0}}}, items: 2 per oders}\n");

        assertThat(UnknownNames.in(profile, Map.of(USERS, List.of("id"), ORDERS, List.of("status"), ITEMS, List.of())))
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).contains("`usres`", "`users`"),
                        text -> assertThat(text).contains("`stauts`", "`status`"),
                        text -> assertThat(text).contains("`oders`", "`orders`"));
    }

    private VolumeProfile read(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("volume.yaml"), yaml);
        return VolumeFile.read(file, VolumeProfile.uniform(42, 10));
    }
}
