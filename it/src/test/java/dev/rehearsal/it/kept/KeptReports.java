package dev.rehearsal.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.it.MavenBuild;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reports of the shop, of each folder of {@code unsafe} and of each sample of a rule: kept in one version of us
 * ({@code -Dreports.keep=FOLDER}), and compared in another ({@code -Dreports.against=FOLDER}).
 */
@Tag("kept")
class KeptReports {
    /** A busy machine must not decide what a report says. */
    private static final String[] PATIENT = {
        "-Drehearsal.budgets.lock=1h",
        "-Drehearsal.budgets.stall=1h",
        "-Drehearsal.budgets.duration=1h",
        "-Dmaven.test.skip"
    };

    private static final Pattern CHOSEN = Pattern.compile(System.getProperty("reports.of", ".*"));

    static Stream<String> samples() throws IOException {
        List<String> samples = new ArrayList<>(List.of("shop"));
        try (Stream<Path> folders = Files.list(Path.of(MavenBuild.property("it.samples"), "unsafe"))) {
            folders.filter(folder -> Files.isDirectory(folder.resolve("db")))
                    .map(folder -> "unsafe/" + folder.getFileName())
                    .filter(name -> !name.equals("unsafe/base"))
                    .sorted()
                    .forEach(samples::add);
        }
        for (String rule : RuleProject.rules()) {
            samples.add("rules/" + rule + "/bad");
            samples.add("rules/" + rule + "/good");
        }
        return samples.stream().filter(CHOSEN.asMatchPredicate());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_told_of_as_before(String sample) throws IOException {
        String stable = StableReport.of(build(sample.split("/")).run("verify").report());
        String name = sample.replace('/', '-') + ".txt";
        String keep = System.getProperty("reports.keep");
        if (keep != null) {
            Files.writeString(Files.createDirectories(Path.of(keep)).resolve(name), stable);
        } else {
            Path before = Path.of(MavenBuild.property("reports.against"), name);
            assertThat(stable.lines()).containsExactlyElementsOf(Files.readAllLines(before));
        }
    }

    private static MavenBuild build(String... sample) {
        return switch (sample[0]) {
            case "shop" -> MavenBuild.ofSample("shop", "kept-shop").with(PATIENT);
            case "unsafe" ->
                MavenBuild.ofSample("unsafe", "kept-unsafe")
                        .with("-Dmistake=" + sample[1])
                        .with(PATIENT);
            default -> ofRule(sample[1], sample[2]);
        };
    }

    private static MavenBuild ofRule(String rule, String quality) {
        try {
            Path project = RuleProject.make(rule, quality);
            MavenBuild build = MavenBuild.ofCopy(project, "kept-rule").with("-Drehearsal.rows=0");
            build.with(PATIENT);
            if (rule.contains("crash")) {
                build.with("-Drehearsal.crash=true");
            }
            return Files.isDirectory(project.resolve("application"))
                    ? build.with("-Drehearsal.application=application")
                    : build;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
