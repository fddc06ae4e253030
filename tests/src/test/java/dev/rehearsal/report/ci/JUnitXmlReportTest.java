package dev.rehearsal.report.ci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rehearsal.report.SampleReports;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationFacts.RoundtripChecks;
import dev.rehearsal.result.MigrationFacts.ScenarioChecks;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.Verdict;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JUnitXmlReportTest {
    static Stream<RehearsalReport> samples() {
        return Stream.of(
                SampleReports.minimal(),
                SampleReports.nothing(),
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

    @ParameterizedTest
    @MethodSource("samples")
    void every_report_is_as_build_servers_read_it(RehearsalReport report) throws Exception {
        validate(new JUnitXmlReport().render(report));
    }

    @Test
    void the_schema_refuses_what_build_servers_do_not_read() {
        String good = new JUnitXmlReport().render(SampleReports.failed());
        assertThatThrownBy(() -> validate(good.replaceFirst(" type=\"[^\"]*\"", "")))
                .isInstanceOf(SAXException.class);
        assertThatThrownBy(() -> validate(good.replaceFirst("time=\"(\\d+)\\.", "time=\"$1,")))
                .isInstanceOf(SAXException.class);
    }

    private static void validate(String xml) throws Exception {
        SchemaFactory.newDefaultInstance()
                .newSchema(JUnitXmlReportTest.class.getResource("/junit-report.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    /** The phases after the round trip are not watched for stalls, and say nothing of whether it was. */
    @Test
    void stalls_of_the_round_trip_are_enough() {
        MigrationFacts facts = SampleReports.passed().migrations().get(0).facts();
        PhaseFacts unwatched = new PhaseFacts(1, List.of(), List.of(), null, false, List.of());
        List<PhaseResult> phases = new ArrayList<>(facts.phases());
        phases.add(new PhaseResult(Phase.DOWN_AFTER_USE, unwatched, null));

        assertThat(stalls(facts, phases)).isEqualTo(CheckOutcome.Kind.PASSED);
        phases.set(0, new PhaseResult(Phase.UP, unwatched, null));
        assertThat(stalls(facts, phases)).isEqualTo(CheckOutcome.Kind.SKIPPED);
    }

    private static CheckOutcome.Kind stalls(MigrationFacts facts, List<PhaseResult> phases) {
        MigrationFacts with = new MigrationFacts(
                facts.migration(),
                new Measured(phases, RoundtripChecks.NONE, ScenarioChecks.NONE, List.of(), null),
                null,
                List.of(),
                null,
                null,
                null);
        return CheckOutcome.of(new MigrationResult(with, Verdict.PASSED, Risk.LOW, List.of()), Check.STALLS)
                .kind();
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
