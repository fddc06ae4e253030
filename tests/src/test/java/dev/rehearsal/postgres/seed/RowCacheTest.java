package dev.rehearsal.postgres.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.postgres.data.PostgresDataComparison;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowCacheTest {
    private static final VolumeProfile PROFILE = VolumeProfile.uniform(4, 2000);
    private static final String SCHEMA = """
            CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE TYPE pair AS (a int, m mood);
            CREATE TABLE users (id uuid PRIMARY KEY, email text NOT NULL UNIQUE, note text, moods mood[], pair pair);
            CREATE TABLE orders (id bigserial PRIMARY KEY, user_id uuid NOT NULL REFERENCES users, total numeric(9,2)
              CHECK (total > 0), placed date NOT NULL, shipped date, CHECK (shipped >= placed));
            CREATE TABLE visits (at date NOT NULL, n int) PARTITION BY RANGE (at);
            CREATE TABLE visits_1 PARTITION OF visits FOR VALUES FROM ('2020-01-01') TO ('2026-01-01');
            """;

    @TempDir
    private Path directory;

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Test
    void a_second_run_makes_no_row_and_has_the_same() throws Exception {
        DataFingerprint first = fill(SCHEMA, PROFILE);
        assertThat(told).noneMatch(line -> line.endsWith("from the cache"));

        DataFingerprint second = fill(SCHEMA, PROFILE);

        assertThat(second).isEqualTo(first);
        assertThat(told)
                .contains(
                        "  public.users: from the cache",
                        "  public.orders: from the cache",
                        "  public.visits: from the cache");
        assertThat(names()).hasSize(4).allMatch(name -> name.endsWith(".rows") || name.equals("lock"));
    }

    @Test
    void what_rows_follow_from_changes_their_key_and_that_of_rows_that_point_at_them() throws Exception {
        fill(SCHEMA, PROFILE);

        fill(SCHEMA.replace("note text", "remark text"), PROFILE);
        assertThat(told).contains("  public.orders: from the cache").doesNotContain("  public.users: from the cache");
        told.clear();
        fill(SCHEMA.replace("id uuid PRIMARY KEY", "id uuid CHECK (id::text > '3') PRIMARY KEY"), PROFILE);
        assertThat(told).contains("  public.visits: from the cache").doesNotContain("  public.orders: from the cache");
        told.clear();
        fill(SCHEMA, PROFILE.seeded(5));
        fill(SCHEMA, PROFILE.withDefaultRows(2001));
        assertThat(told).noneMatch(line -> line.endsWith("from the cache"));
    }

    @Test
    void rows_that_are_damaged_are_discarded_with_a_notice_and_made_anew() throws Exception {
        DataFingerprint first = fill(SCHEMA, PROFILE);
        List<Path> kept = kept();
        damage(kept.get(0), 100);
        damage(kept.get(1), Files.size(kept.get(1)) / 2);
        Files.write(kept.get(2), java.util.Arrays.copyOf(Files.readAllBytes(kept.get(2)), 5000));

        assertThat(fill(SCHEMA, PROFILE)).isEqualTo(first);
        assertThat(told).filteredOn(line -> line.startsWith("  discarded ")).hasSize(3);
        told.clear();
        assertThat(fill(SCHEMA, PROFILE)).isEqualTo(first);
        assertThat(told).filteredOn(line -> line.endsWith("from the cache")).hasSize(3);
    }

    @Test
    void builds_at_the_same_time_share_it() throws Exception {
        ExecutorService builds = Executors.newFixedThreadPool(3);
        try {
            Callable<DataFingerprint> build = () -> fill(SCHEMA, PROFILE);
            List<Future<DataFingerprint>> done = builds.invokeAll(List.of(build, build, build));
            for (Future<DataFingerprint> one : done) {
                assertThat(one.get()).isEqualTo(done.get(0).get());
            }
        } finally {
            builds.shutdown();
        }
        assertThat(kept()).hasSize(3);
        assertThat(names()).noneMatch(name -> name.startsWith("part-"));
    }

    @Test
    void it_keeps_to_its_limit_by_forgetting_what_was_not_used_for_longest() throws Exception {
        fill(SCHEMA, PROFILE);
        Path oldest = kept().get(0);
        Files.setLastModifiedTime(oldest, FileTime.from(Instant.EPOCH));
        long total = 0;
        for (Path file : kept()) {
            total += Files.size(file);
        }
        RowCache cache = new RowCache(directory, total);
        Path part = cache.part();
        Files.write(part, new byte[10]);

        cache.keep(part, "another");

        assertThat(kept()).hasSize(3).doesNotContain(oldest).contains(directory.resolve("another.rows"));
    }

    @Test
    void a_directory_that_cannot_be_written_costs_nothing_but_a_notice() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        SeededDatabase database = SeededDatabase.with(SCHEMA);

        assertThat(new PostgresSeeder(2, new RowCache(file.resolve("below"), RowCache.LIMIT))
                        .fill(database.source(), PROFILE, Set.of(), told::add)
                        .unfilled())
                .isEmpty();
        assertThat(told).anyMatch(line -> line.contains("cannot be used"));
        assertThat(database.number("SELECT count(*) FROM orders")).isEqualTo(2000);
    }

    private DataFingerprint fill(String schema, VolumeProfile profile) throws SQLException {
        SeededDatabase database = SeededDatabase.with(schema);
        assertThat(new PostgresSeeder(2, new RowCache(directory, RowCache.LIMIT))
                        .fill(database.source(), profile, Set.of(), told::add)
                        .unfilled())
                .isEmpty();
        database.isIntact();
        return new PostgresDataComparison().fingerprint(database.source(), Set.of());
    }

    private static void damage(Path file, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 1;
        Files.write(file, bytes);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".rows"))
                    .sorted()
                    .toList();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
