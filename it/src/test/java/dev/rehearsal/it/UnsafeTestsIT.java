package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each naive migration that has a test is caught by it, in the words that the script states. */
class UnsafeTestsIT {
    private static final Path SAMPLES = Path.of(MavenBuild.property("it.samples"), "unsafe");
    private static final Pattern CAUGHT = Pattern.compile("(?m)^-- Caught by its test: (.*)$");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");

    static Stream<Arguments> mistakes() throws IOException {
        TreeMap<String, List<String>> words = new TreeMap<>();
        try (Stream<Path> scripts = Files.walk(SAMPLES)) {
            for (Path script :
                    (Iterable<Path>) scripts.filter(path -> path.toString().endsWith(".sql"))::iterator) {
                Matcher caught = CAUGHT.matcher(Files.readString(script));
                if (caught.find()) {
                    words.put(
                            SAMPLES.relativize(script).getName(0).toString(),
                            QUOTED.matcher(caught.group(1))
                                    .results()
                                    .map(UnsafeTestsIT::inner)
                                    .toList());
                }
            }
        }
        return words.entrySet().stream().map(one -> Arguments.of(one.getKey(), one.getValue()));
    }

    private static String inner(MatchResult quoted) {
        return quoted.group(1);
    }

    @Test
    void there_are_three_at_least() throws IOException {
        assertThat(mistakes()).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void its_test_fails_for_the_reason_that_the_script_states(String mistake, List<String> words) {
        BuildResult build = MavenBuild.ofSample("unsafe", "unsafe-test-" + mistake)
                .with("-Dmistake=" + mistake, "-DskipTests=false")
                .run("test");

        assertThat(build.succeeded()).as(build.output()).isFalse();
        assertThat(words).isNotEmpty();
        assertThat(build.output())
                .contains("BUILD FAILURE", "Tests run: 1, Failures: 1, Errors: 0", "V2 ", "Expected:", "Actual:")
                .contains(words);
    }
}
