package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Each naive migration fails for the reason that its first line states. */
class UnsafeIT {
    private static final Pattern EXPECTED = Pattern.compile("-- Expected: (.*)");
    /** On a slow machine a short lock becomes a long one; what is stated must be found on any. */
    private static final Set<String> DEPEND_ON_THE_MACHINE = Set.of("lock-too-long", "stall-too-long");

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

    @ParameterizedTest
    @MethodSource("mistakes")
    void it_fails_for_the_reason_that_it_states(String mistake) {
        BuildResult build = MavenBuild.ofSample("unsafe", "unsafe-" + mistake)
                .with("-Dmistake=" + mistake)
                .run("verify");

        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(build.output()).contains("BUILD FAILURE").contains("The rehearsal FAILED");
        Set<String> stated = expected(mistake);
        assertThat(rules(build.report(), Set.of("error", "warning", "note")))
                .as(build.output())
                .containsAll(stated);
        Set<String> errors = rules(build.report(), Set.of("error"));
        errors.removeAll(DEPEND_ON_THE_MACHINE);
        assertThat(stated).as(build.output()).containsAll(errors);
    }

    private static Set<String> rules(JsonNode report, Set<String> severities) {
        Set<String> rules = new TreeSet<>();
        for (JsonNode migration : report.at("/migrations")) {
            for (JsonNode finding : migration.at("/findings")) {
                if (severities.contains(finding.at("/severity").asString())) {
                    rules.add(finding.at("/rule").asString());
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
