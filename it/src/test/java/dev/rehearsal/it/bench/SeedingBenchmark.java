package dev.rehearsal.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.postgres.seed.PostgresSeeder;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.volume.ColumnVolume;
import dev.rehearsal.volume.RowCount;
import dev.rehearsal.volume.TableVolume;
import dev.rehearsal.volume.VolumeProfile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What filling costs against what else fills: pgbench's own tables against {@code pgbench -i}, a table of users against
 * a copy of itself, and against rows that were kept. Pairs alternate; each side ends with its tables vacuumed, analysed
 * and indexed. {@code -Dbench.seed.scale}, {@code .rows} and {@code .pairs} make it smaller.
 */
@Tag("bench")
class SeedingBenchmark {
    private static final int PAIRS = Integer.getInteger("bench.seed.pairs", 7);
    private static final int SCALE = Integer.getInteger("bench.seed.scale", 25);
    private static final long ROWS = Long.getLong("bench.seed.rows", 2_500_000);

    private static final String PGBENCH = """
            DROP TABLE IF EXISTS pgbench_accounts, pgbench_branches, pgbench_history, pgbench_tellers;
            CREATE TABLE pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22));
            CREATE TABLE pgbench_tellers (tid int NOT NULL PRIMARY KEY, bid int, tbalance int, filler char(84));
            CREATE TABLE pgbench_accounts (aid int NOT NULL PRIMARY KEY, bid int, abalance int, filler char(84));
            CREATE TABLE pgbench_branches (bid int NOT NULL PRIMARY KEY, bbalance int, filler char(88));
            """;

    private static final String USERS = """
            CREATE TABLE users (
              id bigserial PRIMARY KEY, email text NOT NULL UNIQUE, name varchar(80) NOT NULL, status text NOT NULL,
              note text, amount numeric(12,2) NOT NULL, created_at timestamptz NOT NULL,
              company_id int NOT NULL REFERENCES companies);
            CREATE INDEX users_company ON users (company_id);
            """;

    private static final String COPY = """
            DROP TABLE IF EXISTS copied;
            CREATE TABLE copied (LIKE ready);
            INSERT INTO copied SELECT * FROM ready;
            ALTER TABLE copied ADD PRIMARY KEY (id);
            ALTER TABLE copied ADD UNIQUE (email);
            CREATE INDEX ON copied (company_id);
            """;

    @TempDir
    private Path work;

    @Test
    void the_tables_of_pgbench() throws Exception {
        Bench.assumeSelected("seeding");
        try (BenchDatabase database = BenchDatabase.start(work)) {
            Spread ours = new Spread();
            Spread theirs = new Spread();
            Spread ratio = new Spread();
            for (int pair = 0; pair < PAIRS && database.pgbench() != null; pair++) {
                double own = database.timed(() -> {
                    database.run(PGBENCH);
                    fill(database, pgbench());
                });
                double other = database.timed(() -> database.initialise(SCALE));
                ours.add(own);
                theirs.add(other);
                ratio.add(own / other);
            }
            tell(
                    "seeding-pgbench.txt",
                    "pgbench's tables at scale %d, on %s, by %s"
                            .formatted(SCALE, database.version(), database.pgbench()),
                    ours.row("filled by us, keys and VACUUM ANALYZE included", "ms"),
                    theirs.row("pgbench -i, rows made by the client", "ms"),
                    ratio.row("ratio: ours / pgbench -i (aim: at most 0.95)", "x"));
        }
    }

    @Test
    void a_table_of_users() throws Exception {
        Bench.assumeSelected("seeding");
        try (BenchDatabase database = BenchDatabase.start(work)) {
            database.run("CREATE TABLE companies (id int PRIMARY KEY, name text NOT NULL)");
            database.run(USERS);
            fill(database, users());
            database.run("CREATE TABLE ready AS SELECT * FROM users;\nVACUUM ANALYZE ready");
            Spread ours = new Spread();
            Spread theirs = new Spread();
            Spread ratio = new Spread();
            for (int pair = 0; pair < PAIRS; pair++) {
                database.run("DROP TABLE users");
                database.run(USERS);
                double own = database.timed(() -> fill(database, users()));
                double other = database.timed(() -> database.run(COPY));
                ours.add(own);
                theirs.add(other);
                ratio.add(own / other);
            }
            tell(
                    "seeding-users.txt",
                    "users: %,d rows, on %s, heap of at most %d MiB"
                            .formatted(
                                    ROWS,
                                    database.version(),
                                    Runtime.getRuntime().maxMemory() >> 20),
                    ours.row("filled by us, three indexes and VACUUM ANALYZE included", "ms"),
                    theirs.row("INSERT ... SELECT from a ready copy, three indexes", "ms"),
                    ratio.row("ratio: ours / copy (aim: at most 2.0)", "x"));
        }
    }

    @Test
    void rows_that_an_earlier_run_has_kept() throws Exception {
        Bench.assumeSelected("seeding");
        PostgresSeeder keeping = new PostgresSeeder(Files.createDirectory(work.resolve("cache")));
        try (BenchDatabase database = BenchDatabase.start(work)) {
            database.run("CREATE TABLE companies (id int PRIMARY KEY, name text NOT NULL)");
            Spread kept = new Spread();
            Spread made = new Spread();
            Spread ratio = new Spread();
            database.run(USERS);
            fill(keeping, database, users());
            for (int pair = 0; pair < PAIRS; pair++) {
                double own = again(keeping, database);
                double other = again(new PostgresSeeder(), database);
                kept.add(own);
                made.add(other);
                ratio.add(own / other);
            }
            tell(
                    "seeding-cache.txt",
                    "users: %,d rows, kept by an earlier run (rehearsal.cache)".formatted(ROWS),
                    kept.row("filled from the cache, three indexes and VACUUM ANALYZE too", "ms"),
                    made.row("filled anew", "ms"),
                    ratio.row("ratio: from the cache / anew", "x"));
        }
    }

    private static double again(PostgresSeeder seeder, BenchDatabase database) throws Exception {
        database.run("DROP TABLE users");
        database.run(USERS);
        return database.timed(() -> fill(seeder, database, users()));
    }

    private static void fill(BenchDatabase database, VolumeProfile profile) throws Exception {
        fill(new PostgresSeeder(), database, profile);
    }

    private static void fill(PostgresSeeder seeder, BenchDatabase database, VolumeProfile profile) throws Exception {
        Filling filling = seeder.fill(database.source(), profile, Set.of(), Progress.SILENT);
        assertThat(filling.unfilled()).isEmpty();
    }

    /** The very rows that pgbench makes. */
    private static VolumeProfile pgbench() {
        return VolumeProfile.uniform(1, 0)
                .with("pgbench_branches", table(SCALE, Map.of("bbalance", sql("0"), "filler", sql("NULL"))))
                .with(
                        "pgbench_tellers",
                        table(
                                10L * SCALE,
                                Map.of("bid", sql("(n - 1) / 10 + 1"), "tbalance", sql("0"), "filler", sql("NULL"))))
                .with(
                        "pgbench_accounts",
                        table(
                                100_000L * SCALE,
                                Map.of("bid", sql("(n - 1) / 100000 + 1"), "abalance", sql("0"), "filler", sql("''"))));
    }

    private static VolumeProfile users() {
        ColumnVolume note = new ColumnVolume(Map.of(), List.of(), null, 0.3, null, null, null);
        return VolumeProfile.uniform(1, 0)
                .with("companies", TableVolume.of(10_000))
                .with("users", table(ROWS, Map.of("note", note)))
                .with("ready", TableVolume.of(0))
                .with("copied", TableVolume.of(0));
    }

    private static TableVolume table(long rows, Map<String, ColumnVolume> columns) {
        return new TableVolume(new RowCount(rows, null), columns);
    }

    private static ColumnVolume sql(String sql) {
        return new ColumnVolume(Map.of(), List.of(), null, null, null, null, sql);
    }

    private static void tell(String file, String title, String... rows) throws Exception {
        String head = "%-58s %9s %9s %9s".formatted(title, "median", "min", "max");
        String table = head + "\n" + String.join("\n", rows) + "\n";
        System.out.println(table);
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        Files.writeString(folder.resolve(file), table, StandardCharsets.UTF_8);
    }
}
