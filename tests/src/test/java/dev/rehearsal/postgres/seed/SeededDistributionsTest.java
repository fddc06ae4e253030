package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.volume.VolumeFile;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a volume file says of a column is what its rows are, to the row. */
class SeededDistributionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 1000, 1024, 4096, 9973})
    void nulls_distinct_values_and_weights_are_exact(long rows) throws Exception {
        SeededDatabase database =
                filled("CREATE TABLE t (a int, b text NOT NULL, c boolean NOT NULL, d bigint)", """
                rows: %d
                tables:
                  t:
                    columns:
                      a: { nulls: 0.037, distinct: 30%%, skew: 1.3 }
                      b: { distinct: 7, skew: 0.9, width: 12 }
                      c: { values: { true: 999, false: 1 } }
                      d: { nulls: 0.5, distinct: 50%% }
                """.formatted(rows));

        assertThat(database.number("SELECT count(*) FROM t")).isEqualTo(rows);
        assertThat(database.number("SELECT count(*) - count(a) FROM t")).isEqualTo(Math.round(rows * 0.037));
        assertThat(database.number("SELECT count(DISTINCT a) FROM t")).isEqualTo(Math.max(1, Math.round(rows * 0.3)));
        assertThat(database.number("SELECT count(DISTINCT b) FROM t")).isEqualTo(Math.min(rows, 7));
        assertThat(database.number("SELECT count(*) FROM t WHERE NOT c")).isEqualTo(rows - Math.round(rows * 0.999));
        assertThat(database.number("SELECT count(DISTINCT d) FROM t")).isEqualTo(rows - Math.round(rows * 0.5));
        assertThat(database.number("SELECT sum(pg_column_size(b)) / count(*) FROM t"))
                .isEqualTo(12);
    }

    @Test
    void a_skew_gives_the_most_common_value_its_share_of_zipfs_law() throws Exception {
        SeededDatabase database = filled("CREATE TABLE t (a int NOT NULL, b int NOT NULL)", """
                rows: 10000
                tables: { t: { columns: { a: { distinct: 100, skew: 1 }, b: { distinct: 100, skew: 0 } } } }
                """);

        // log(2) / log(101) of the rows that are left once each value has one
        assertThat(database.number("SELECT max(c) FROM (SELECT count(*) c FROM t GROUP BY a) x"))
                .isBetween(1470L, 1500L);
        assertThat(database.number("SELECT max(c) FROM (SELECT count(*) c FROM t GROUP BY b) x"))
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"1", "0.9", "0.5", "0", "-0.7", "-1"})
    void the_order_of_the_rows_follows_that_of_the_values_as_far_as_was_said(double said) throws Exception {
        SeededDatabase database = filled(
                "CREATE TABLE t (a int, b timestamptz NOT NULL)",
                "rows: 5000\ntables: { t: { columns: { a: { nulls: 0.1, distinct: 60%, correlation: " + said
                        + " }, b: { distinct: 100%, correlation: " + said + " } } } }\n");

        for (String column : List.of("a", "b")) {
            String found = database.list(
                            "SELECT correlation FROM pg_stats WHERE tablename = 't' AND attname = '" + column + "'")
                    .get(0);
            assertThat(Double.parseDouble(found)).as(column).isBetween(said - 0.08, said + 0.08);
        }
    }

    @Test
    void two_columns_of_the_same_distribution_do_not_go_together() throws Exception {
        SeededDatabase database = filled("CREATE TABLE t (a int, b int)", """
                rows: 10000
                tables: { t: { columns: { a: { nulls: 0.5, distinct: 100 }, b: { nulls: 0.5, distinct: 100 } } } }
                """);

        assertThat(database.number("SELECT count(*) FROM t WHERE a IS NULL AND b IS NULL"))
                .isBetween(2200L, 2800L);
        assertThat(Double.parseDouble(
                        database.list("SELECT abs(corr(a, b)) FROM t").get(0)))
                .isLessThan(0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "text, 6, 4",
        "text, 30, 5000",
        "text, 126, 100",
        "text, 300, 5000",
        "text, 1500, 100",
        "varchar(40), 25, 5000",
        "bytea, 9, 5000",
        "bytea, 200, 100",
        "jsonb, 90, 5000",
        "jsonb, 400, 100",
        "json, 60, 5000",
        "'numeric(12,2)', 5, 4000",
        "'numeric(12,2)', 6, 4000",
        "'numeric(12,2)', 8, 5000",
        "numeric, 9, 5000",
        "'numeric(8,0)', 5, 4000"
    })
    void values_weigh_what_was_said(String type, long width, long distinct) throws Exception {
        boolean once = width < 1000 && !type.equals("json");
        SeededDatabase database = filled(
                "CREATE TABLE t (status " + type + ", id " + (once ? type + " UNIQUE" : "text") + ")",
                "rows: 5000\ntables: { t: { columns: { status: { nulls: 0.2, distinct: " + distinct + ", width: "
                        + width + " }, id: { width: " + Math.min(width, 400) + " } } } }\n");

        List<String> found = database.list(
                "SELECT round(avg(pg_column_size(status)), 2) FROM (SELECT status FROM t) x WHERE status IS NOT NULL");
        long real = database.number("SELECT avg_width FROM pg_stats WHERE tablename = 't' AND attname = 'status'");
        assertThat((double) real).as("%s", found).isBetween(width * 0.9, width * 1.1);
        assertThat(database.number("SELECT count(DISTINCT status" + (type.equals("json") ? "::text" : "") + ") FROM t"))
                .isEqualTo(Math.min(4000, distinct));
    }

    @Test
    void all_of_a_range_is_used() throws Exception {
        SeededDatabase database = filled(
                "CREATE TABLE t (a int, b numeric(8,2), c date, d timestamptz, e timestamp(0) NOT NULL UNIQUE)", """
                rows: 2000
                tables:
                  t:
                    columns:
                      a: { range: [-5, 1000000], distinct: 100 }
                      b: { range: [0.01, 999.99] }
                      c: { range: [2001-01-01, 2003-12-31] }
                      d: { range: ['2024-05-01 10:00', '2024-05-01T12:00:00+01:00'] }
                      e: { range: ['2030-01-01', '2030-01-02 12:00'] }
                """);

        assertThat(database.number("SELECT count(DISTINCT a) FROM t")).isEqualTo(100);
        assertThat(database.number("SELECT min(a) FROM t")).isEqualTo(-5);
        assertThat(database.number("SELECT max(a) FROM t")).isBetween(990_000L, 1_000_000L);
        assertThat(database.list("SELECT 'outside' FROM t WHERE b NOT BETWEEN 0.01 AND 999.99"
                        + " OR c NOT BETWEEN '2001-01-01' AND '2003-12-31'"
                        + " OR d NOT BETWEEN '2024-05-01 10:00+00' AND '2024-05-01 12:00+01'"
                        + " OR e NOT BETWEEN '2030-01-01' AND '2030-01-02 12:00'"))
                .isEmpty();
        assertThat(database.number("SELECT count(DISTINCT date_part('year', c)) FROM t"))
                .isEqualTo(3);
    }

    @Test
    void keys_that_point_elsewhere_and_keys_of_several_columns_have_what_was_said() throws Exception {
        SeededDatabase database = filled(
                "CREATE TABLE users (id uuid PRIMARY KEY); CREATE TABLE orders (id bigserial PRIMARY KEY, user_id uuid"
                        + " REFERENCES users); CREATE TABLE items (order_id bigint REFERENCES orders, line_no int, PRIMARY"
                        + " KEY (order_id, line_no)); CREATE TABLE once (id int, code text UNIQUE)",
                """
                tables:
                  users: 500
                  orders: { rows: 4 per users, columns: { user_id: { nulls: 0.25, distinct: 200, skew: 0.8 } } }
                  items: { rows: 5000, columns: { order_id: { distinct: 1500 }, line_no: { distinct: 9 } } }
                  once: { rows: 1000, columns: { code: { nulls: 0.333, width: 20 } } }
                """);

        assertThat(database.number("SELECT count(DISTINCT user_id) FROM orders"))
                .isEqualTo(200);
        assertThat(database.number("SELECT count(*) FROM orders WHERE user_id IS NULL"))
                .isEqualTo(500);
        assertThat(database.number("SELECT count(DISTINCT order_id) FROM items"))
                .isEqualTo(1500);
        assertThat(database.number("SELECT count(DISTINCT line_no) FROM items")).isEqualTo(9);
        assertThat(database.number("SELECT count(*) FROM items")).isEqualTo(5000);
        assertThat(database.number("SELECT count(*) FROM once WHERE code IS NULL"))
                .isEqualTo(333);
    }

    @Test
    void a_column_that_a_migration_has_added_is_filled_as_was_said() throws Exception {
        String yaml = "rows: 1000\ntables: { t: { columns: { late: { nulls: 0.25, distinct: 40 } } } }\n";
        SeededDatabase database = SeededDatabase.with("CREATE TABLE t (id int PRIMARY KEY)");
        database.fill(VolumeProfile.uniform(42, 1000));
        database.run("ALTER TABLE t ADD COLUMN late text");
        database.fill(profile(yaml));

        assertThat(database.number("SELECT count(late) FROM t")).isEqualTo(750);
        assertThat(database.number("SELECT count(DISTINCT late) FROM t")).isEqualTo(40);
    }

    @Test
    void scripts_run_before_and_after() throws Exception {
        Files.writeString(folder.resolve("before.sql"), "INSERT INTO kept VALUES (1), (2)");
        Files.writeString(folder.resolve("after.sql"), "UPDATE t SET a = (SELECT count(*) FROM t) WHERE id = 7");
        SeededDatabase database = filled(
                "CREATE TABLE kept (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, a int)",
                "rows: 50\ntables: { kept: own }\nseed-sql: { before: before.sql, after: after.sql }\n");

        assertThat(database.number("SELECT count(*) FROM kept")).isEqualTo(2);
        assertThat(database.number("SELECT a FROM t WHERE id = 7")).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({
        "text, 'pattern: ''(?=a).*''', goes beyond",
        "int, 'pattern: ''[a-z]''', is for texts only",
        "int, 'width: 12', is for text",
        "text, 'range: [a, b]', is of numbers",
        "date, 'range: [2024-01-01, soon]', soon",
    })
    void what_a_type_cannot_do_is_told_and_not_silently_left_out(String type, String said, String told)
            throws Exception {
        SeededDatabase database = SeededDatabase.with("CREATE TABLE t (a " + type + ")");

        assertThat(database.fill(profile("tables: { t: { columns: { a: { " + said + " } } } }"))
                        .unfilled())
                .singleElement()
                .satisfies(unfilled -> assertThat(unfilled.reason()).contains("column a", told));
    }

    private SeededDatabase filled(String schema, String yaml) throws SQLException, IOException {
        return SeededDatabase.with(schema).filled(profile(yaml));
    }

    private VolumeProfile profile(String yaml) throws IOException {
        return VolumeFile.read(Files.writeString(folder.resolve("volume.yaml"), yaml), VolumeProfile.uniform(42, 100));
    }
}
