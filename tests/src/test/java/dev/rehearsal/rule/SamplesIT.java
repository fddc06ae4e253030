package dev.rehearsal.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs all of {@code src-samples/rules}. {@code -Dupdate-docs=true} writes the pages anew from what was seen;
 * {@code -Dsample=index-.*} runs only some.
 */
class SamplesIT {
    private static final Path PAGES = Path.of("..", "docs", "rules");

    @TempDir
    Path folder;

    static Stream<String> rules() {
        return Sample.rules().stream().filter(rule -> rule.matches(System.getProperty("sample", ".*")));
    }

    static Stream<Rule> rulesWithoutSamples() {
        return Stream.concat(TestRules.POSTGRES.all().stream(), OutsideRule.ALL.stream())
                .filter(rule -> !Sample.rules().contains(rule.id()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_bad_script_fires_exactly_its_rule_and_its_page_tells_of_it(String rule) throws Exception {
        Sample bad = new Sample(rule, "bad");
        MigrationResult result = bad.rehearse(folder);

        assertThat(found(result)).as(result.findings().toString()).isEqualTo(bad.expected());
        List<Finding> own =
                result.findings().stream().filter(f -> f.rule().equals(rule)).toList();
        assertThat(own).allSatisfy(f -> assertThat(f.file()).isEqualTo("V2__sample.sql"));
        assertThat(result.findings()).allSatisfy(f -> assertNothingToFillIn(f.remedy()));
        String good = new Sample(rule, "good").script();
        check(rule, RulePage.of(rule(rule), Map.of("bad", bad.script(), "good", good), own, page(rule)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_good_script_fires_none_but_what_it_names_and_that_as_a_note(String rule) throws SQLException {
        Sample good = new Sample(rule, "good");
        MigrationResult result = good.rehearse(folder);

        assertThat(found(result)).as(result.findings().toString()).isEqualTo(good.expected());
        assertThat(result.findings()).allSatisfy(f -> assertThat(f.severity()).isEqualTo(Severity.NOTE));
    }

    @ParameterizedTest
    @MethodSource("rulesWithoutSamples")
    void a_rule_about_outcomes_has_a_page_too(Rule rule) throws IOException {
        assertNothingToFillIn(rule.remedy());
        check(rule.id(), RulePage.of(rule, Map.of(), List.of(), page(rule.id())));
        assertThat(page(rule.id())).contains("<!-- written by hand -->");
    }

    @Test
    void every_page_is_that_of_a_rule() throws IOException {
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")))
                    .filteredOn(name -> !name.equals("README"))
                    .containsExactlyInAnyOrderElementsOf(
                            TestRules.POSTGRES.help().keySet());
        }
    }

    @Test
    void every_rule_about_single_changes_has_samples() {
        assertThat(Sample.rules())
                .containsAll(TestRules.POSTGRES.all().stream()
                        .filter(rule -> rule instanceof ShapeRule)
                        .map(Rule::id)
                        .toList());
        assertThat(TestRules.POSTGRES.ids()).containsAll(Sample.rules()).doesNotHaveDuplicates();
    }

    /** Only a reader knows a reason; all else is taken from what was seen. */
    private static void assertNothingToFillIn(String remedy) {
        assertThat(remedy.replace("— <reason>", "")).doesNotContainPattern("<[\\p{L} ][^<>=\\n]*>");
    }

    private static Set<String> found(MigrationResult result) {
        return result.findings().stream().map(Finding::rule).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Rule rule(String id) {
        return TestRules.POSTGRES.all().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String page(String rule) throws IOException {
        Path file = PAGES.resolve(rule + ".md");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static void check(String rule, String page) throws IOException {
        Path file = PAGES.resolve(rule + ".md");
        if (Boolean.getBoolean("update-docs")) {
            Files.createDirectories(PAGES);
            Files.writeString(file, page);
        }
        assertThat(file).as("run once with -Dupdate-docs=true").exists();
        assertThat(Files.readString(file)).isEqualTo(page);
    }
}
