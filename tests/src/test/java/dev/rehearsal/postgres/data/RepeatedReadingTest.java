package dev.rehearsal.postgres.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.DataReader;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed over holds what it held: whatever was done, the answer is that of one who reads everything. */
class RepeatedReadingTest {
    private static final long ALWAYS = 0;
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private static final String SETUP = """
            CREATE TYPE mood AS ENUM ('good', 'bad');
            CREATE TABLE plain (id int PRIMARY KEY, name text NOT NULL, price numeric(8, 2), note varchar(20));
            INSERT INTO plain SELECT i, 'n' || i, i, NULL FROM generate_series(1, 500) i;
            CREATE TABLE other (LIKE plain INCLUDING ALL);
            INSERT INTO other TABLE plain;
            CREATE TABLE keyless AS TABLE plain;
            CREATE TABLE moody (id int PRIMARY KEY, mood mood, named regclass);
            INSERT INTO moody SELECT i, 'good', 'other' FROM generate_series(1, 50) i;
            CREATE UNLOGGED TABLE unlogged AS TABLE plain;
            CREATE TABLE wide (id int PRIMARY KEY, body text);
            ALTER TABLE wide ALTER body SET STORAGE EXTERNAL;
            INSERT INTO wide SELECT i, repeat('x' || i, 5000) FROM generate_series(1, 20) i;
            CREATE TABLE computed (id int PRIMARY KEY, twice int GENERATED ALWAYS AS (id * 2) VIRTUAL);
            INSERT INTO computed SELECT i FROM generate_series(1, 50) i;
            CREATE TABLE parted (id int, day date, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
            CREATE TABLE parted_old PARTITION OF parted FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
            CREATE TABLE parted_new PARTITION OF parted FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
            INSERT INTO parted SELECT i, date '2020-01-01' + i FROM generate_series(1, 700) i;
            CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM plain;
            SELECT lo_from_bytea(i, decode(repeat('ab', 3000 + i), 'hex')) FROM generate_series(4001, 4040) i;
            CREATE SEQUENCE numbers""";

    private static final List<String> CHANGES = List.of(
            "UPDATE plain SET name = name || '!' WHERE id = 7",
            "DELETE FROM plain WHERE id % 10 = 1",
            "INSERT INTO plain SELECT max(id) + 1, 'more' FROM plain",
            "TRUNCATE other",
            "INSERT INTO other SELECT 1000 + i, 'm' FROM generate_series(1, 20) i ON CONFLICT DO NOTHING",
            "VACUUM FULL other",
            "VACUUM (FREEZE) other",
            "ALTER TABLE plain ALTER price TYPE numeric(9, 3)",
            "ALTER TABLE plain ALTER note TYPE varchar(40)",
            "ALTER TABLE plain DROP COLUMN IF EXISTS note; ALTER TABLE plain ADD COLUMN note varchar(20) DEFAULT 'dflt'",
            "ALTER TABLE other DROP COLUMN IF EXISTS note; ALTER TABLE other ADD COLUMN note varchar(20)",
            "ALTER TABLE plain RENAME name TO x; ALTER TABLE plain RENAME note TO name; ALTER TABLE plain RENAME x TO note;"
                    + " UPDATE plain SET name = '' WHERE name IS NULL",
            "DROP TABLE IF EXISTS keyless; CREATE TABLE keyless AS TABLE plain",
            "ALTER TABLE other RENAME TO swap; ALTER TABLE keyless RENAME TO other; ALTER TABLE swap RENAME TO keyless",
            "UPDATE keyless SET name = 'k' WHERE id = 3",
            "ALTER TABLE plain DROP CONSTRAINT IF EXISTS plain_pkey",
            "CREATE INDEX ON plain (name)",
            "ALTER TYPE mood RENAME VALUE 'good' TO 'better'; ALTER TYPE mood ADD VALUE 'good'",
            "ALTER TABLE moody RENAME TO moody_x; ALTER TABLE moody_x RENAME TO moody",
            "UPDATE unlogged SET name = 'u' WHERE id = 5",
            "DELETE FROM unlogged WHERE id = 6",
            "UPDATE wide SET body = repeat('y', 9000) WHERE id = 2",
            "ALTER TABLE computed ALTER twice SET EXPRESSION AS (id * 3)",
            "ALTER TABLE parted DETACH PARTITION parted_new",
            "UPDATE parted_old SET id = -id WHERE id = 3",
            "INSERT INTO parted VALUES (9000, '2020-05-05') ON CONFLICT DO NOTHING",
            "REFRESH MATERIALIZED VIEW counted",
            "SELECT nextval('numbers')",
            "SELECT lo_put(4001, 2999, '\\x00')",
            "SELECT lo_unlink(4002)",
            "SELECT lo_unlink(4003), lo_create(4003)",
            "SELECT lo_from_bytea(0, 'more')",
            "COMMENT ON LARGE OBJECT 4004 IS 'a scan'",
            "GRANT SELECT ON LARGE OBJECT 4005 TO PUBLIC",
            "VACUUM FULL pg_largeobject",
            "ANALYZE",
            "SELECT count(*) FROM plain");

    private final DatabaseAddress address = TestPostgres.freshDatabase();
    private final DataSource source = TestPostgres.connect(address);
    private final PostgresDataComparison everything = new PostgresDataComparison();

    @Test
    void each_way_to_change_a_table_is_seen() throws Exception {
        TestPostgres.run(address, SETUP);
        DataReader reader = reader();
        reader.read();
        for (String change : CHANGES) {
            run(change);
            assertThat(reader.read()).as(change).isEqualTo(everything());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void changes_in_any_order_are_seen(long seed) throws Exception {
        TestPostgres.run(address, SETUP);
        DataReader reader = reader();
        Random random = new Random(seed);
        List<String> changes = new ArrayList<>(CHANGES);
        Collections.shuffle(changes, random);
        for (int next = 0; next < changes.size(); ) {
            List<String> done = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0 && next < changes.size(); i--) {
                String change = changes.get(next++);
                done.add(change + (ran(change) ? "" : " (refused)"));
            }
            assertThat(reader.read()).as("seed %d, %s", seed, done).isEqualTo(everything());
        }
    }

    @Test
    void what_was_left_alone_is_not_read_again() throws Exception {
        TestPostgres.run(address, SETUP);
        DataReader reader = reader();
        reader.read();
        reader.read(); // the first reading may have set hints, which are written, too
        run("UPDATE other SET name = 'x' WHERE id = 1");
        long plain = scans("plain");
        long other = scans("other");
        long unlogged = scans("unlogged");
        long objects = scans("pg_largeobject_metadata");

        assertThat(reader.rowsLeftAlone())
                .containsEntry(new QualifiedName("public", "plain"), 500L)
                .containsKeys(new QualifiedName("public", "parted"), new QualifiedName("public", "counted"))
                .doesNotContainKeys(
                        new QualifiedName("public", "other"),
                        new QualifiedName("public", "unlogged"),
                        new QualifiedName("public", "moody"),
                        new QualifiedName("public", "computed"),
                        LargeObjectCatalog.NAME);
        DataFingerprint now = reader.read();

        assertThat(scans("other")).isEqualTo(other + 1);
        assertThat(scans("unlogged")).isEqualTo(unlogged + 1);
        assertThat(scans("plain")).isEqualTo(plain);
        assertThat(scans("pg_largeobject_metadata")).isEqualTo(objects);
        assertThat(now).isEqualTo(everything());
    }

    @Test
    void what_was_written_before_and_committed_after_a_reading_is_seen() throws Exception {
        TestPostgres.run(address, SETUP);
        DataReader reader = reader();
        reader.read();
        try (Connection late = source.getConnection();
                Statement statement = late.createStatement()) {
            late.setAutoCommit(false);
            statement.execute("UPDATE plain SET name = 'late' WHERE id = 9");
            DataFingerprint between = reader.read();
            late.commit();
            assertThat(reader.read()).isEqualTo(everything()).isNotEqualTo(between);
        }
    }

    @Test
    void where_the_log_cannot_be_asked_all_is_read() throws Exception {
        TestPostgres.run(address, SETUP);
        TestPostgres.run(
                address,
                "DO $$BEGIN CREATE ROLE plain_reader LOGIN PASSWORD 'postgres';"
                        + " EXCEPTION WHEN duplicate_object THEN NULL; END$$; GRANT pg_read_all_data TO plain_reader");
        DatabaseAddress limited = new DatabaseAddress(address.url(), "plain_reader", "postgres");
        DataReader reader = new RepeatedReading(
                new DataScan(TestPostgres.connect(limited), Set.of(), 1, DEADLINE),
                new WriteAheadLog(TestPostgres.connect(limited)),
                ALWAYS);
        reader.read();
        run("UPDATE other SET name = 'x' WHERE id = 1");

        assertThat(reader.rowsLeftAlone()).isEmpty();
        assertThat(reader.read()).isEqualTo(everything());
    }

    private DataReader reader() {
        return new RepeatedReading(
                new DataScan(source, Set.of(), 2, DEADLINE),
                new WriteAheadLog(TestPostgres.connect(TestPostgres.address("postgres"))),
                ALWAYS);
    }

    private DataFingerprint everything() throws Exception {
        return everything.fingerprint(source, Set.of());
    }

    /** Each statement alone, as VACUUM asks for. */
    private void run(String statements) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements.split("; ?", 0)) {
                statement.execute(one);
            }
        }
    }

    private boolean ran(String statements) {
        try {
            run(statements);
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    /** Sessions hand in what they have counted when they end, a moment after they were closed. */
    private long scans(String table) throws Exception {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (number("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()") > 1) {
            assertThat(System.nanoTime()).as("sessions end").isLessThan(deadline);
            Thread.sleep(2);
        }
        return number("SELECT pg_stat_get_numscans('" + table + "'::regclass)");
    }

    private long number(String sql) throws Exception {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
