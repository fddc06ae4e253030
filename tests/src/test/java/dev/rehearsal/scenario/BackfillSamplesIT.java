package dev.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.BackfillCheck;
import dev.rehearsal.result.BackfillRerun;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.volume.VolumeFile;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The backfills of the samples, the wrong ones and the right ones, and one in Java. */
class BackfillSamplesIT {
    private static final Path SAMPLES = Path.of("..", "src-samples", "backfills");
    private static final Path SHOP =
            Path.of("..", "src-samples", "shop", "src", "main", "resources", "db", "migration");
    private static final Pattern EXPECTED = Pattern.compile("-- Expected: (.*)");

    @TempDir
    private Path base;

    static Stream<String> folders() throws IOException {
        try (Stream<Path> all = Files.list(SAMPLES)) {
            return all
                    .filter(folder -> Files.isDirectory(folder.resolve("db")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("base"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("folders")
    void each_is_told_exactly_what_its_first_line_states(String folder) throws Exception {
        Play play = new Play(base, VolumeFile.read(SAMPLES.resolve("volume.yaml"), Play.VOLUME), "filesystem:db");
        copy(play, SAMPLES.resolve("base/db/migration"), "*");
        copy(play, SAMPLES.resolve(folder).resolve("db/migration"), "*");
        MigrationFacts facts = play.perform(
                (runner, progress) -> new BackfillRehearsal(runner.fresh(), CrashLimits.of(20), 7, progress));

        Set<String> expected = new TreeSet<>();
        Matcher stated = EXPECTED.matcher(facts.migration().script().text());
        while (stated.find()) {
            expected.addAll(List.of(stated.group(1).split(", ")));
        }
        assertThat(found(facts)).isEqualTo(expected);
        assertThat(expected.isEmpty()).isEqualTo(folder.equals("right"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 10})
    void the_shops_pass(int version) throws Exception {
        Play play = new Play(base, VolumeProfile.uniform(7, 12_000), "filesystem:db");
        for (int v = 1; v <= version; v++) {
            copy(play, SHOP, "[VU]" + v + "__*");
        }
        MigrationFacts facts = play.perform(
                (runner, progress) -> new BackfillRehearsal(runner.fresh(), CrashLimits.of(20), 7, progress));

        BackfillCheck check = Objects.requireNonNull(facts.backfill());
        assertThat(check.backfills()).isNotEmpty();
        assertThat(check.reruns()).hasSizeGreaterThanOrEqualTo(5).allMatch(BackfillRerun::sameEnd);
        assertThat(check.reruns()).anyMatch(rerun -> rerun.kept() > 0 && !rerun.afterTheEnd());
        assertThat(check.beside()).isNotEmpty().allMatch(beside -> beside.inserted() > 0 && beside.updated() > 0);
        assertThat(found(facts)).isEmpty();
    }

    @Test
    void a_migration_in_java_is_seen_and_killed_as_well() throws Exception {
        Play play = new Play(base, Play.VOLUME, "filesystem:db,classpath:dev/rehearsal/scenario/java")
                .script("V1__a.sql", """
                        CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                                            visits integer NOT NULL DEFAULT 0);
                        INSERT INTO users (visits) SELECT 0 FROM generate_series(1, 6000);
                        """);
        MigrationFacts facts = play.perform(
                (runner, progress) -> new BackfillRehearsal(runner.fresh(), CrashLimits.of(20), 7, progress));

        BackfillCheck check = Objects.requireNonNull(facts.backfill());
        assertThat(check.backfills()).singleElement().satisfies(backfill -> {
            assertThat(backfill.batches()).isEqualTo(6);
            assertThat(backfill.line()).isZero();
        });
        assertThat(check.reruns()).hasSize(6);
        assertThat(found(facts)).contains("backfill-not-resumable");
    }

    private static Set<String> found(MigrationFacts facts) {
        return Play.findings(facts).stream()
                .map(Finding::rule)
                .filter(rule -> rule.startsWith("backfill-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void copy(Play play, Path folder, String glob) throws IOException {
        try (DirectoryStream<Path> scripts = Files.newDirectoryStream(folder, glob)) {
            for (Path script : scripts) {
                play.script(script.getFileName().toString(), Files.readString(script));
            }
        }
    }
}
