package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Each naive migration fails for the reason that its first line states. Two builds run at a time, the first alone,
 * because it downloads what the others need.
 */
class UnsafeIT {
    private static final ExecutorService BUILDERS = Executors.newFixedThreadPool(2);
    private static final Map<String, Future<BuildResult>> BUILDS = new HashMap<>();
    private static final Path ROWS = Path.of(MavenBuild.property("it.work"), "unsafe-rows");

    private static final Pattern EXPECTED = Pattern.compile("-- Expected: (.*)");
    /** On a slow machine a short lock becomes a long one; what is stated must be found on any. */
    /** What a machine that is too busy to hold a limit is told as; anything else that was not measured is a mistake. */
    private static final String TOO_BUSY = "not-measured: a limit";

    private static final Set<String> DEPEND_ON_THE_MACHINE = Set.of("lock-too-long", "stall-too-long", TOO_BUSY);

    private static final Path SAMPLES = Path.of(MavenBuild.property("it.samples"), "unsafe");

    static Stream<String> mistakes() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders
                    .filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> Files.isDirectory(SAMPLES.resolve(name).resolve("db")))
                    .filter(name -> !expected(name).isEmpty()) // the others only a test can find
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @BeforeAll
    static void begin() throws Exception {
        for (String mistake : (Iterable<String>) mistakes()::iterator) {
            Future<BuildResult> build = BUILDERS.submit(() -> MavenBuild.ofSample("unsafe", "unsafe-" + mistake)
                    .with("-Dmistake=" + mistake, "-Drehearsal.cache=" + ROWS)
                    .run("verify"));
            if (BUILDS.isEmpty()) {
                build.get();
            }
            BUILDS.put(mistake, build);
        }
    }

    @AfterAll
    static void end() {
        BUILDERS.shutdownNow();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void it_fails_for_the_reason_that_it_states(String mistake) throws Exception {
        BuildResult build = Objects.requireNonNull(BUILDS.get(mistake)).get();

        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output()).contains("BUILD FAILURE").contains("The rehearsal FAILED");
        Set<String> stated = expected(mistake);
        Set<String> told = rules(build.report(), Set.of("error", "warning", "note"));
        if (told.contains(TOO_BUSY)) {
            told.addAll(DEPEND_ON_THE_MACHINE);
        }
        assertThat(told).as(build.output()).containsAll(stated);
        Set<String> errors = rules(build.report(), Set.of("error"));
        errors.removeAll(DEPEND_ON_THE_MACHINE);
        assertThat(stated).as(build.output()).containsAll(errors);
    }

    @Test
    void builds_at_the_same_time_share_the_rows_that_they_keep() throws Exception {
        for (Future<BuildResult> build : BUILDS.values()) {
            build.get();
        }
        try (Stream<Path> files = Files.list(ROWS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.endsWith(".rows"))
                    .noneMatch(name -> name.startsWith("part-"));
        }
    }

    private static Set<String> rules(JsonNode report, Set<String> severities) {
        Set<String> rules = new TreeSet<>();
        for (JsonNode migration : report.at("/migrations")) {
            for (JsonNode finding : migration.at("/findings")) {
                if (severities.contains(finding.at("/severity").asString())) {
                    boolean busy = finding.at("/message").asString().startsWith("Whether a budget is kept");
                    rules.add(busy ? TOO_BUSY : finding.at("/rule").asString());
                }
            }
        }
        return rules;
    }

    private static Set<String> expected(String mistake) {
        try (Stream<Path> scripts = Files.walk(SAMPLES.resolve(mistake))) {
            return new TreeSet<>(scripts.filter(path -> path.toString().endsWith(".sql"))
                    .flatMap(UnsafeIT::expectedIn)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> expectedIn(Path script) {
        try {
            Matcher matcher = EXPECTED.matcher(Files.readAllLines(script).get(0));
            return matcher.find() ? Stream.of(matcher.group(1).split("[,\\s]+")) : Stream.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
