package dev.rehearsal.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.SampleReports;
import dev.rehearsal.result.RehearsalReport;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitXmlReportTest {
    static Stream<RehearsalReport> samples() {
        return Stream.of(
                SampleReports.minimal(),
                SampleReports.passed(),
                SampleReports.failed(),
                SampleReports.incomplete(),
                SampleReports.hostile());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_report_is_well_formed_and_counts_its_cases(RehearsalReport report) throws Exception {
        Element suite = parse(report);
        assertThat(suite.getAttribute("tests"))
                .isEqualTo("" + elements(suite, "testcase").size());
        assertThat(suite.getAttribute("failures"))
                .isEqualTo("" + elements(suite, "failure").size());
        assertThat(suite.getAttribute("errors"))
                .isEqualTo("" + elements(suite, "error").size());
        assertThat(suite.getAttribute("skipped"))
                .isEqualTo("" + elements(suite, "skipped").size());
    }

    @Test
    void a_migration_that_passed_has_a_case_per_check() throws Exception {
        Element suite = parse(SampleReports.passed());
        assertThat(elements(suite, "testcase").stream()
                        .filter(e -> e.getAttribute("classname").equals("rehearsal.V2__add_role_sql"))
                        .map(e -> e.getAttribute("name")))
                .containsExactly(
                        "up",
                        "down",
                        "down restores the schema",
                        "down restores the data",
                        "up again",
                        "locks",
                        "stalls",
                        "everything was measured",
                        "rules");
        assertThat(suite.getAttribute("failures")).isEqualTo("0");
        assertThat(suite.getAttribute("errors")).isEqualTo("0");
        assertThat(suite.getAttribute("skipped")).isEqualTo("0");
    }

    @Test
    void an_error_of_a_rule_fails_its_check() throws Exception {
        Element suite = parse(SampleReports.failed());
        assertThat(badCases(suite, "failure"))
                .contains(
                        "rehearsal.V3__email_verified_sql locks",
                        "rehearsal.V3__email_verified_sql down restores the data",
                        "rehearsal.V4__unique_email_sql up",
                        "rehearsal history");
    }

    @Test
    void what_could_not_be_measured_is_an_error_and_never_passes() throws Exception {
        assertThat(badCases(parse(SampleReports.incomplete()), "error"))
                .contains(
                        "rehearsal.V5__move_orders_sql down restores the data",
                        "rehearsal.V5__move_orders_sql everything was measured",
                        "rehearsal.V5__move_orders_sql locks");
    }

    @Test
    void hostile_text_is_only_text() throws Exception {
        Element suite = parse(SampleReports.hostile());
        assertThat(elements(suite, "*").stream().map(Element::getTagName).distinct())
                .isSubsetOf("testcase", "failure", "error", "skipped", "system-out");
        assertThat(suite.getTextContent().lines()).noneMatch(l -> l.strip().startsWith("::"));
    }

    private static List<String> badCases(Element suite, String kind) {
        return elements(suite, kind).stream()
                .map(e -> (Element) e.getParentNode())
                .map(e -> e.getAttribute("classname") + " " + e.getAttribute("name"))
                .toList();
    }

    private static List<Element> elements(Element suite, String tag) {
        NodeList found = suite.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Element parse(RehearsalReport report) throws Exception {
        String xml = new JUnitXmlReport().render(report);
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }
}
