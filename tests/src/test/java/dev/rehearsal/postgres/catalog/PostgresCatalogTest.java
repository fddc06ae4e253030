package dev.rehearsal.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.postgres.data.PostgresDataComparison;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import dev.rehearsal.testing.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresCatalogTest {
    private final DatabaseAddress sink = KitchenSink.build();

    @Test
    void two_snapshots_of_one_schema_are_equal() {
        assertThat(KitchenSink.snapshot(sink)).isEqualTo(KitchenSink.snapshot(sink));
    }

    @Test
    void a_schema_built_twice_is_the_same_though_every_oid_differs() {
        DatabaseAddress second = TestPostgres.freshDatabase();
        TestPostgres.run(second, "CREATE TABLE shift_the_oids (a serial); DROP TABLE shift_the_oids");
        TestPostgres.run(second, KitchenSink.script());

        assertThat(SchemaComparison.differences(KitchenSink.snapshot(sink), KitchenSink.snapshot(second)))
                .isEmpty();
    }

    @Test
    void a_snapshot_does_not_depend_on_the_settings_of_the_session() {
        SchemaSnapshot before = KitchenSink.snapshot(sink);
        TestPostgres.run(
                TestPostgres.address("postgres"),
                "ALTER ROLE postgres SET search_path = shop, public; ALTER ROLE postgres SET TimeZone = 'Asia/Tokyo';"
                        + "ALTER ROLE postgres SET DateStyle = 'German'; ALTER ROLE postgres SET quote_all_identifiers = on");
        try {
            assertThat(SchemaComparison.differences(before, KitchenSink.snapshot(sink)))
                    .allMatch(difference -> difference.object().type().equals("role setting"));
        } finally {
            TestPostgres.run(TestPostgres.address("postgres"), "ALTER ROLE postgres RESET ALL");
        }
    }

    @Test
    void the_runners_own_table_and_what_hangs_on_it_is_left_out() {
        assertThat(KitchenSink.snapshot(sink).definitions().toString()).doesNotContain("runner_");
    }

    @Test
    void an_extension_is_told_but_not_its_members() {
        String all = KitchenSink.snapshot(sink).definitions().keySet().toString();

        assertThat(all).contains("extension hstore").doesNotContain("hstore_in");
    }

    @Test
    void every_object_has_an_owner_a_comment_or_grants_that_name_it_alike() {
        Set<SchemaObject> objects = KitchenSink.snapshot(sink).definitions().keySet();

        assertThat(objects)
                .filteredOn(object -> object.type().matches("(owner of|comment on|grants on) .*"))
                .filteredOn(object -> !object.toString().matches(".*(column shop.happy.id|column shop.address.zip)"))
                .allMatch(object -> objects.contains(new SchemaObject(
                        object.type().replaceFirst("^(owner of|comment on|grants on) ", ""), object.name())));
    }

    @Test
    void secrets_are_never_part_of_a_definition() {
        assertThat(KitchenSink.snapshot(sink).definitions().values())
                .noneMatch(definition -> definition.text().contains("secret"));
    }

    @Test
    void no_transaction_and_no_lock_is_left_behind() throws SQLException {
        KitchenSink.snapshot(sink);

        TestPostgres.run(sink, "BEGIN; SET LOCAL lock_timeout = '1s'; LOCK TABLE shop.users; COMMIT");
    }

    @Test
    void whoever_is_no_superuser_reads_the_same() throws SQLException {
        TestPostgres.run(sink, "CREATE ROLE sink_plain LOGIN PASSWORD 'plain'");
        try {
            DatabaseAddress plain = new DatabaseAddress(sink.url(), "sink_plain", "plain");
            SchemaSnapshot read = new PostgresCatalog().snapshot(TestPostgres.connect(plain), KitchenSink.IGNORED);

            assertThat(SchemaComparison.differences(KitchenSink.snapshot(sink), read))
                    .extracting(Alteration::told)
                    .containsExactly("*user mapping sink_reader on server sink_server");
        } finally {
            TestPostgres.run(sink, "DROP ROLE sink_plain");
        }
    }

    @Test
    void a_subscription_is_told() {
        SchemaSnapshot before = KitchenSink.snapshot(sink);
        TestPostgres.run(sink, "ALTER SUBSCRIPTION sink_sub SET (binary = true)");

        assertThat(SchemaComparison.differences(before, KitchenSink.snapshot(sink)))
                .extracting(Alteration::told)
                .containsExactly("*subscription sink_sub");
        TestPostgres.run(sink, "DROP SUBSCRIPTION sink_sub");
    }

    @Test
    void a_tablespace_that_is_left_over_is_told(@TempDir Path directory) throws Exception {
        SchemaSnapshot before = KitchenSink.snapshot(sink);
        Files.createDirectories(directory);
        try (Connection connection = TestPostgres.connect(sink).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLESPACE left_over LOCATION '" + directory + "'");
            assertThat(SchemaComparison.differences(before, KitchenSink.snapshot(sink)))
                    .extracting(Alteration::told)
                    .containsExactly("+tablespace left_over");
            statement.execute("DROP TABLESPACE left_over");
        }
    }

    @Test
    void sizes_count_a_partitioned_table_as_one_and_leave_out_heirs_and_the_runners_own() throws SQLException {
        TestPostgres.run(
                sink,
                "INSERT INTO shop.measure SELECT date '2026-01-01' + n, n FROM generate_series(0, 399) n"
                        + " WHERE date '2026-01-01' + n NOT IN (SELECT date '2026-01-01' + m FROM generate_series(0, 399) m"
                        + " WHERE satisfies_hash_partition('shop.measure_2'::regclass, 2, 1, date '2026-01-01' + m)"
                        + " AND date '2026-01-01' + m BETWEEN '2026-07-01' AND '2026-12-31');"
                        + "INSERT INTO shop.gone VALUES (1, 1), (2, 2); INSERT INTO shop.special VALUES (3, 3, 'x')");
        List<TableSize> sizes = new PostgresCatalog().sizes(TestPostgres.connect(sink), KitchenSink.IGNORED);

        assertThat(sizes)
                .extracting(size -> size.table().toString())
                .containsExactly(
                        "\"Odd Schema\".\"T \"\"x\"\".y\"",
                        "shop.cache",
                        "shop.gone",
                        "shop.measure",
                        "shop.nothing",
                        "shop.orders",
                        "shop.other_heap",
                        "shop.reading",
                        "shop.special",
                        "shop.typed",
                        "shop.users");
        assertThat(sizeOf(sizes, "gone").rows()).isEqualTo(2);
        assertThat(sizeOf(sizes, "special").rows()).isEqualTo(1);
        assertThat(sizeOf(sizes, "measure").rows()).isBetween(216L, 399L);
        assertThat(sizeOf(sizes, "measure").bytes()).isGreaterThan(40_000);
        assertThat(new PostgresCatalog().sizes(TestPostgres.connect(sink), KitchenSink.IGNORED, rowsOfTheFingerprint()))
                .as("the reading of the data counts the same rows")
                .isEqualTo(sizes);
        assertThat(sizeOf(
                                new PostgresCatalog()
                                        .sizes(
                                                TestPostgres.connect(sink),
                                                KitchenSink.IGNORED,
                                                Map.of(new QualifiedName("shop", "gone"), 7L)),
                                "gone")
                        .rows())
                .as("what is known is not counted")
                .isEqualTo(7);
    }

    private Map<QualifiedName, Long> rowsOfTheFingerprint() throws SQLException {
        Map<QualifiedName, Long> rows = new HashMap<>();
        new PostgresDataComparison()
                .fingerprint(TestPostgres.connect(sink), KitchenSink.IGNORED)
                .tables()
                .forEach((table, print) -> rows.put(table, print.rows()));
        return rows;
    }

    @Test
    void a_partitioned_table_without_a_partition_has_no_rows() throws SQLException {
        DatabaseAddress database = TestPostgres.freshDatabase();
        TestPostgres.run(database, """
                CREATE TABLE bare (at date) PARTITION BY RANGE (at);
                CREATE EXTENSION postgres_fdw;
                CREATE SERVER nowhere FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'nowhere.invalid');
                CREATE TABLE far (at date) PARTITION BY RANGE (at);
                CREATE FOREIGN TABLE far_1 PARTITION OF far DEFAULT SERVER nowhere;
                """);

        List<TableSize> sizes = new PostgresCatalog().sizes(TestPostgres.connect(database), Set.of());

        assertThat(sizes)
                .containsExactly(
                        new TableSize(new QualifiedName("public", "bare"), 0, 0),
                        new TableSize(new QualifiedName("public", "far"), 0, 0));
    }

    private static TableSize sizeOf(List<TableSize> sizes, String name) {
        QualifiedName table = new QualifiedName("shop", name);
        return sizes.stream()
                .filter(size -> size.table().equals(table))
                .findFirst()
                .orElseThrow();
    }
}
