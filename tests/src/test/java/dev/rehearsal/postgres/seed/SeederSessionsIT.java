package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.postgres.data.PostgresDataComparison;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.TableVolume;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Large tables are made by one session and written by another; small ones, here, would not be. */
class SeederSessionsIT {
    private static final long ROWS = 21_000;
    private static final VolumeProfile PROFILE = VolumeProfile.uniform(9, ROWS);
    private static final String SCHEMA = """
            CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE TYPE mood AS ENUM ('sad', 'ok');
            CREATE TYPE pair AS (a int, b text, c mood); CREATE DOMAIN mail AS varchar(40) CHECK (VALUE LIKE '%@%');
            CREATE TABLE users (id bigserial PRIMARY KEY, email mail NOT NULL UNIQUE, name varchar(20), code char(3),
              flags bit(9), more varbit, price numeric(8,2), at timestamptz(0), t time, i interval, doc jsonb, j json,
              u uuid, pairs pair[], p pair, m mood, r int4range, mr datemultirange, c citext, h hstore, x xml,
              tags varchar(5)[], ip inet, b bytea, d double precision, s money, l line, ts tsvector,
              cents int GENERATED ALWAYS AS (length(code)) STORED, boss bigint REFERENCES users);
            CREATE TABLE orders (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, user_id bigint NOT NULL REFERENCES users,
              placed date NOT NULL, shipped date, CHECK (shipped >= placed));
            CREATE TABLE visits (id bigint, at date NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
            CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2020-01-01') TO ('2023-01-01');
            CREATE TABLE visits_2 PARTITION OF visits FOR VALUES FROM ('2023-01-01') TO ('2026-01-01');
            CREATE TABLE grants (id int PRIMARY KEY, acl aclitem, note text);
            """;

    @Test
    void one_session_and_two_make_the_same_rows() throws SQLException {
        SeededDatabase alone = SeededDatabase.with(SCHEMA);
        SeededDatabase together = SeededDatabase.with(SCHEMA);
        List<Long> moved = new ArrayList<>();

        assertThat(fill(alone, 1, PROFILE, Progress.SILENT).unfilled()).isEmpty();
        moved.add(together.number("SELECT pg_relation_filenode('users')"));
        assertThat(fill(together, 2, PROFILE, Progress.SILENT).unfilled()).isEmpty();

        assertThat(fingerprint(together)).isEqualTo(fingerprint(alone));
        assertThat(fingerprint(alone).tables()).hasSize(4);
        together.isIntact();
        assertThat(together.number("SELECT count(*) FROM users WHERE id > 0")).isEqualTo(ROWS);
        assertThat(moved)
                .as("the rows came frozen into a new file")
                .doesNotContain(together.number("SELECT pg_relation_filenode('users')"));
    }

    @Test
    void what_made_it_fast_is_put_back() throws SQLException {
        SeededDatabase database = SeededDatabase.with(SCHEMA);
        List<String> before = settings(database);

        fill(database, 2, PROFILE, Progress.SILENT);

        assertThat(settings(database)).isEqualTo(before);
        assertThat(database.list(
                        "SELECT indexrelid::regclass::text FROM pg_index WHERE NOT (indisvalid AND indisready)"))
                .isEmpty();
        assertThat(database.list("SELECT tgname FROM pg_trigger WHERE tgenabled <> 'O'"))
                .isEmpty();
        assertThat(database.list("SELECT relname FROM pg_class WHERE relpersistence <> 'p' AND relkind = 'r'"))
                .isEmpty();
        assertThat(database.number("SELECT count(*) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
                        + " AND datname = current_database() AND backend_type = 'client backend'"))
                .isZero();
    }

    @Test
    void all_is_analysed_and_vacuumed_before_anything_is_measured() throws SQLException {
        SeededDatabase database = SeededDatabase.with(SCHEMA);

        fill(database, 2, PROFILE, Progress.SILENT);

        assertThat(database.list("SELECT relname FROM pg_class WHERE relname IN ('users', 'orders')"
                        + " AND (reltuples <> " + ROWS + " OR relallvisible < relpages)"))
                .isEmpty();
        assertThat(database.number("SELECT count(DISTINCT attname) FROM pg_stats WHERE tablename = 'users'"))
                .isGreaterThan(25);
    }

    @Test
    void an_expression_that_reads_the_table_itself_does_not_wait_forever() throws SQLException {
        SeededDatabase database = SeededDatabase.with("CREATE TABLE t (id int PRIMARY KEY, c bigint)");
        ColumnVolume own = new ColumnVolume(Map.of(), List.of(), null, null, null, null, "(SELECT count(*) FROM t)");
        VolumeProfile profile = PROFILE.with("t", new TableVolume(null, Map.of("c", own)));

        assertThat(fill(database, 2, profile, Progress.SILENT).unfilled()).isEmpty();
        assertThat(database.number("SELECT count(*) FROM t WHERE c = 0")).isEqualTo(ROWS);
    }

    @Test
    void a_table_that_others_point_at_with_rows_of_their_own_is_written_as_well() throws SQLException {
        SeededDatabase database = SeededDatabase.with("CREATE TABLE p (id int PRIMARY KEY);"
                + "CREATE TABLE c (id int PRIMARY KEY, p int REFERENCES p); INSERT INTO c VALUES (1, NULL)");

        database.filled(PROFILE);

        assertThat(database.number("SELECT count(*) FROM p")).isEqualTo(ROWS);
        assertThat(database.number("SELECT count(*) FROM c")).isEqualTo(ROWS);
        assertThat(database.number("SELECT count(*) FROM c WHERE id = 1 AND p IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void progress_tells_rows_speed_and_time_left_and_ends_with_a_table() throws SQLException {
        List<String> lines = new CopyOnWriteArrayList<>();
        SeededDatabase database = SeededDatabase.with("CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int)");

        fill(database, 2, PROFILE.with("a", TableVolume.of(600_000)), lines::add);

        assertThat(lines)
                .anyMatch(line -> line.matches("  public.a: 250,000 of 600,000 rows, [0-9,]+ rows/s, .* left"));
        assertThat(lines).anyMatch(line -> line.matches("seeded public.b: 21,000 rows in .*"));
        assertThat(lines).anyMatch(line -> line.matches("  public.a +600,000 +[0-9.]+ MB +[0-9,]+ rows/s"));
    }

    private static Filling fill(SeededDatabase database, int sessions, VolumeProfile profile, Progress progress)
            throws SQLException {
        return new PostgresSeeder(sessions).fill(database.source(), profile, Set.of(), progress);
    }

    private static DataFingerprint fingerprint(SeededDatabase database) throws SQLException {
        return new PostgresDataComparison().fingerprint(database.source(), Set.of());
    }

    /** Of the server, of databases and roles, of tables, and of the files that they are read from. */
    private static List<String> settings(SeededDatabase database) throws SQLException {
        return database.list("""
                SELECT name || '=' || setting || ' ' || source FROM pg_settings WHERE name <> 'transaction_isolation'
                UNION ALL SELECT setdatabase::text || setrole || setconfig::text FROM pg_db_role_setting
                UNION ALL SELECT name || setting FROM pg_file_settings
                UNION ALL SELECT oid::regclass || reloptions::text FROM pg_class WHERE reloptions IS NOT NULL
                ORDER BY 1""");
    }
}
