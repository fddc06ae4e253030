package dev.rehearsal.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The tutorial of the guide, followed from an empty folder: each file as it stands there, each command with its outcome. */
class TutorialIT {
    private static final Pattern STEP =
            Pattern.compile("<!-- (?<kind>file|run):? ?(?<what>.*?) -->\\n```\\w+\\n(?<text>.*?)```", Pattern.DOTALL);

    @TempDir
    Path empty;

    @Test
    void every_step_ends_as_it_is_told() throws IOException {
        MavenBuild project = MavenBuild.ofCopy(empty, "tutorial");
        List<String> ran = new ArrayList<>();
        Matcher step = STEP.matcher(Files.readString(Path.of("../docs/guide/tutorial.md")));
        while (step.find()) {
            String text = step.group("text");
            if (step.group("kind").equals("file")) {
                Path file = project.project().resolve(step.group("what"));
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } else {
                follow(project.project(), text.strip(), step.group("what"));
                ran.add(step.group("what"));
            }
        }
        assertThat(ran)
                .containsExactly(
                        "PASSED",
                        "FAILED schema-not-restored",
                        "PASSED",
                        "FAILED up-failed",
                        "FAILED data-not-restored",
                        "PASSED",
                        "");
    }

    private static void follow(Path project, String command, String outcome) throws IOException {
        assertThat(command).startsWith("mvn ");
        BuildResult build = MavenBuild.of(project)
                .run(Arrays.stream(command.split(" ")).skip(1).toArray(String[]::new));
        assertThat(build.succeeded()).as(build.output()).isEqualTo(!outcome.startsWith("FAILED"));
        if (!outcome.isEmpty()) {
            List<String> expected = List.of(outcome.split(" "));
            JsonNode report = build.report();
            assertThat(report.at("/verdict").asString()).isEqualTo(expected.get(0));
            assertThat(errors(report))
                    .as(build.output())
                    .containsExactlyElementsOf(expected.subList(1, expected.size()));
        }
    }

    private static List<String> errors(JsonNode report) {
        List<String> rules = new ArrayList<>();
        report.at("/migrations")
                .forEach(migration -> migration.at("/findings").forEach(finding -> {
                    if (finding.at("/severity").asString().equals("error")) {
                        rules.add(finding.at("/rule").asString());
                    }
                }));
        return rules;
    }
}
