package dev.rehearsal.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.Reports;
import dev.rehearsal.report.SampleReports;
import java.io.IOException;
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
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The workflows in docs/ci name the files that a rehearsal writes, and no others. */
class WorkflowSamplesTest {
    private static final Pattern REPORT = Pattern.compile("target/rehearsal/([\\w.-]+)");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"github-actions.yml", "gitlab-ci.yml"})
    void a_workflow_names_files_that_a_rehearsal_writes(String workflow) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "ci", workflow));
        JsonNode tree = new YAMLMapper().readTree(text);
        assertThat(tree.isObject()).isTrue();
        assertThat(tree.toString()).contains("mvn").contains("verify");

        Set<String> named = new TreeSet<>();
        Matcher matcher = REPORT.matcher(tree.toString());
        while (matcher.find()) {
            named.add(matcher.group(1));
        }

        assertThat(written()).containsAll(named);
        assertThat(named).contains("report.md", "TEST-rehearsal.xml");
    }

    @Test
    void github_gets_sarif_and_gitlab_its_code_quality() throws IOException {
        JsonNode github = new YAMLMapper().readTree(Files.readString(Path.of("../docs/ci/github-actions.yml")));
        JsonNode gitlab = new YAMLMapper().readTree(Files.readString(Path.of("../docs/ci/gitlab-ci.yml")));

        assertThat(github.toString()).contains("target/rehearsal/report.sarif");
        assertThat(gitlab.at("/rehearsal/artifacts/reports/codequality").asString())
                .isEqualTo("target/rehearsal/gl-code-quality.json");
        assertThat(gitlab.at("/rehearsal/artifacts/reports/junit").asString())
                .isEqualTo("target/rehearsal/TEST-rehearsal.xml");
    }

    private Set<String> written() throws IOException {
        new Reports(Map.of(), folder, null).writeAll(folder, SampleReports.passed());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
    }
}
