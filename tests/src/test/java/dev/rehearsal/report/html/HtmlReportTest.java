package dev.rehearsal.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.rehearsal.report.SampleReports;
import dev.rehearsal.result.RehearsalReport;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page is written such that an XML parser reads it too: that is how these tests know that it is well-formed. */
class HtmlReportTest {
    static Stream<RehearsalReport> samples() {
        return Stream.of(
                SampleReports.minimal(),
                SampleReports.nothing(),
                SampleReports.passed(),
                SampleReports.failed(),
                SampleReports.incomplete(),
                SampleReports.hostile(),
                SampleReports.many(20));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothing_on_the_page_runs_or_loads(RehearsalReport report) throws Exception {
        List<Element> all = elements(parse(report), "*");
        assertThat(all.stream().map(Element::getTagName))
                .doesNotContain("script", "img", "iframe", "object", "embed", "form", "base", "use", "image");
        assertThat(all.stream().flatMap(HtmlReportTest::attributes).map(Attr::getName))
                .noneMatch(name -> name.startsWith("on") || name.equals("src") || name.equals("style"));
        assertThat(all.stream().map(e -> e.getAttribute("href")).filter(h -> !h.isEmpty()))
                .allMatch(h -> h.startsWith("#") || h.equals("data:,"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_link_leads_somewhere_and_every_name_is_used_once(RehearsalReport report) throws Exception {
        List<Element> all = elements(parse(report), "*");
        List<String> ids = all.stream()
                .map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(all.stream()
                        .map(e -> e.getAttribute("href"))
                        .filter(h -> h.startsWith("#"))
                        .map(h -> h.substring(1)))
                .isSubsetOf(ids);
        assertThat(all.stream().map(e -> e.getAttribute("aria-labelledby")).filter(l -> !l.isEmpty()))
                .isSubsetOf(ids);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_picture_has_its_text(RehearsalReport report) throws Exception {
        assertThat(elements(parse(report), "svg").stream()
                        .filter(e -> !((Element) e.getParentNode()).getTagName().equals("svg"))
                        .filter(e -> !e.getAttribute("aria-hidden").equals("true")))
                .allMatch(e -> e.getAttribute("role").equals("img")
                        && !e.getAttribute("aria-label").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void no_bar_leaves_its_timeline(RehearsalReport report) throws Exception {
        assertThat(elements(parse(report), "rect").stream()
                        .filter(e -> e.getAttribute("x").endsWith("%")))
                .allSatisfy(
                        e -> assertThat(percent(e, "x") + percent(e, "width")).isBetween(0.0, 100.01));
    }

    @Test
    void verdict_and_what_to_do_come_first() throws Exception {
        String text = parse(SampleReports.failed()).getTextContent();
        assertThat(text)
                .containsSubsequence(
                        "FAILED",
                        "2 of 4 migrations failed the rehearsal",
                        "What to do",
                        "lock-too-long",
                        "VALIDATE CONSTRAINT email_verified_set",
                        "Migrations",
                        "email verified",
                        "Findings",
                        "What happened",
                        "Schema that did not come back",
                        "Loss ledger",
                        "1,874,211",
                        "Tables",
                        "How it was measured");
    }

    @Test
    void the_line_at_fault_is_marked() throws Exception {
        assertThat(elements(parse(SampleReports.failed()), "mark").stream().map(Element::getTextContent))
                .contains("UPDATE users SET email_verified = (confirmed_at IS NOT NULL);");
    }

    @Test
    void a_long_name_breaks_at_its_joints_and_never_where_text_is_quoted() throws Exception {
        Element page = parse(SampleReports.failed());
        assertThat(elements(page, "wbr"))
                .isNotEmpty()
                .allSatisfy(joint ->
                        assertThat(joint.getPreviousSibling().getTextContent()).matches("(?s).*[\\p{L}\\p{N}][_./]"));
        assertThat(elements(page, "pre"))
                .allSatisfy(quoted -> assertThat(elements(quoted, "wbr")).isEmpty());
    }

    @Test
    void a_timeline_is_drawn_to_scale() throws Exception {
        Element failed = elements(parse(SampleReports.failed()), "article").get(0);
        Element backfill = elements(failed, "rect").stream()
                .filter(e -> e.getTextContent().startsWith("line 3, 14.8 s"))
                .findFirst()
                .orElseThrow();
        assertThat(percent(backfill, "x")).isEqualTo(100 * 7.9 / 19_412.7, offset(0.01));
        assertThat(percent(backfill, "width")).isEqualTo(100 * 14_820.4 / 19_412.7, offset(0.01));
    }

    @Test
    void what_a_phase_cost_is_told_table_by_table_and_parts_that_do_not_add_up_are_flagged() throws Exception {
        String text = parse(SampleReports.failed()).getTextContent();
        assertThat(text)
                .contains("which is not what its statements add up to (896 MB)", "Temporary files: 50.0 MB.")
                .contains("459 MB → 973 MB", "new → 8.0 kB", "blocks: lock ");
        assertThat(parse(SampleReports.firstVersion()).getTextContent())
                .contains("no existing table affected")
                .doesNotContain("Stalls: not measured");
    }

    @Test
    void what_was_not_measured_is_said_in_its_place() throws Exception {
        String text = parse(SampleReports.incomplete()).getTextContent();
        assertThat(text)
                .contains("INCOMPLETE", "Locks: not measured in this phase.", "Stalls: not measured in this phase.")
                .contains("public.orders could not be filled");
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 300})
    void a_large_page_is_small_folded_and_reads_without_its_script(int count) throws Exception {
        String html = new HtmlReport().render(SampleReports.many(count));

        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(5_000_000);
        assertThat(elements(parse(SampleReports.many(count)), "script")).hasSize(1);
        String withoutScript =
                html.replaceAll("(?s)<template.*?</template>", "").replaceAll("(?s)<script.*?</script>", "");
        assertThat(withoutScript.split("<(?=[a-z])", -1)).hasSizeLessThan(20_000);
        assertThat(withoutScript)
                .contains("lock-too-long", "VALIDATE CONSTRAINT email_verified_set", "FAILED", "step 1<");
        assertThat(withoutScript.split("<details class=\"migration ", -1)).hasSize(count + 1);
    }

    private static double percent(Element rect, String attribute) {
        String value = rect.getAttribute(attribute);
        return Double.parseDouble(value.replace("%", ""));
    }

    private static Stream<Attr> attributes(Element element) {
        NamedNodeMap found = element.getAttributes();
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Attr) found.item(i));
    }

    private static List<Element> elements(Element from, String tag) {
        NodeList found = from.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static Element parse(RehearsalReport report) throws Exception {
        String html = new HtmlReport().render(report);
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(html)))
                .getDocumentElement();
    }
}
