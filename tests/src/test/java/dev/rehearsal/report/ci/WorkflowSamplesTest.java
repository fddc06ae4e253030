package dev.rehearsal.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.Reports;
import dev.rehearsal.report.SampleReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The workflows in docs/ci name the files that a rehearsal writes, and no others. */
class WorkflowSamplesTest {
    private static final Pattern REPORT = Pattern.compile("target/rehearsal/([\\w.-]+)");

    private static final Path CI = Path.of("..", "docs", "ci").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "github-action/action.yml",
                "gitlab-ci.yml",
                "gitlab-component.yml",
                "azure-pipelines.yml",
                "Jenkinsfile"
            })
    void a_workflow_names_files_that_a_rehearsal_writes(String workflow) throws IOException {
        String text = Files.readString(CI.resolve(workflow));
        assertThat(text).contains("mvn").contains("verify").contains("-Drehearsal.since=origin/");

        Set<String> named = new TreeSet<>();
        Matcher matcher = REPORT.matcher(text);
        while (matcher.find()) {
            named.add(matcher.group(1));
        }

        assertThat(written()).containsAll(named);
        assertThat(named).contains("TEST-rehearsal.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "github-actions.yml",
                "github-action/action.yml",
                "gitlab-ci.yml",
                "gitlab-component.yml",
                "azure-pipelines.yml",
                "pre-commit-config.yaml"
            })
    void a_workflow_is_yaml(String workflow) throws IOException {
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(Files.readString(CI.resolve(workflow)))) {
            assertThat(documents.readAll())
                    .isNotEmpty()
                    .allSatisfy(tree -> assertThat(tree.isObject()).isTrue());
        }
    }

    @Test
    void github_gets_sarif_and_gitlab_its_code_quality() throws IOException {
        JsonNode github = new YAMLMapper().readTree(Files.readString(CI.resolve("github-action/action.yml")));
        JsonNode gitlab = new YAMLMapper().readTree(Files.readString(CI.resolve("gitlab-ci.yml")));

        assertThat(github.toString())
                .contains("target/rehearsal/report.sarif")
                .contains("target/rehearsal/schema.json");
        assertThat(gitlab.at("/rehearsal/artifacts/reports/codequality").asString())
                .isEqualTo("target/rehearsal/gl-code-quality.json");
        assertThat(gitlab.at("/rehearsal/artifacts/reports/junit").asString())
                .isEqualTo("target/rehearsal/TEST-rehearsal.xml");
    }

    @Test
    void a_comment_on_github_is_found_again_by_its_marker() throws Exception {
        assertThat(comment("")).contains("--method POST repos/us/shop/issues/7/comments");
        assertThat(comment("41\n42\n"))
                .contains("--method PATCH repos/us/shop/issues/comments/42")
                .doesNotContain("POST");
    }

    /**
     * {@return what comment.sh asked of gh, which stands in for GitHub's}
     *
     * @param earlier what it is told of the comments that there are
     */
    private String comment(String earlier) throws IOException, InterruptedException {
        Path asked = folder.resolve("asked");
        Path gh = Files.writeString(
                folder.resolve("gh"),
                "#!/bin/sh\necho \"$@\" >> " + asked + "\ncase \"$*\" in *--jq*) printf '" + earlier
                        + "';; *body=@*) cat \"${6#body=@}\" >> " + asked + ";; esac\n");
        assertThat(gh.toFile().setExecutable(true)).isTrue();
        Files.deleteIfExists(asked);
        Files.createDirectories(folder.resolve("target/rehearsal"));
        Files.writeString(folder.resolve("target/rehearsal/report.md"), "# PASSED");
        ProcessBuilder script = new ProcessBuilder(
                        "bash", CI.resolve("github-action/comment.sh").toString())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        script.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
        script.environment().putAll(Map.of("REPOSITORY", "us/shop", "PULL_REQUEST", "7", "REHEARSED", "."));
        Process process = script.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        String all = Files.readString(asked);
        assertThat(all)
                .contains("startswith(\"<!-- rehearsal of . -->\")")
                .contains("<!-- rehearsal of . -->\n# PASSED");
        return all;
    }

    private Set<String> written() throws IOException {
        new Reports(Map.of(), folder, null).writeAll(folder, SampleReports.passed());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
