package dev.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.format.Headline;
import dev.rehearsal.report.format.Report;
import dev.rehearsal.report.html.HtmlReport;
import dev.rehearsal.report.json.JsonReport;
import dev.rehearsal.report.markdown.MarkdownReport;
import dev.rehearsal.report.text.TextSummary;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.TableFacts.NotFilled;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each report tells how many rows a table holds beside how many it was to hold. */
class FilledRowsInReportsTest {
    private static final RehearsalReport FEW = with(List.of(
            new TableFacts("public.users", 10_000, 8192, null, 10_000L, null, null),
            new TableFacts("public.currencies", 40, 8192, null, null, null, null),
            new TableFacts("public.settings", 1, 8192, null, 10_000L, "its key has room for 1 row", null),
            new TableFacts("public.bare", 0, 0, null, 0L, null, null),
            new TableFacts("public.stuck", 3, 8192, null, 10_000L, null, new NotFilled("nothing fits", "name it"))));
    private static final RehearsalReport NONE = with(List.of(
            new TableFacts("public.users", 0, 0, null, 0L, null, null),
            new TableFacts("public.currencies", 40, 8192, null, null, null, null)));

    @Test
    void people_read_the_rows_beside_what_was_asked_for_and_why_there_are_fewer() {
        for (Report report : List.of(new TextSummary(), new MarkdownReport())) {
            assertThat(report.render(FEW))
                    .as(report.fileName())
                    .contains("public.settings holds 1 of 10,000 rows: its key has room for 1 row")
                    .contains("public.stuck holds 3 of 10,000 rows: nothing fits")
                    .contains("public.bare is empty, as asked")
                    .doesNotContain("public.users holds", "public.currencies holds", "on empty tables");
        }
        assertThat(new HtmlReport().render(FEW))
                .contains("1 of 10,000", "its key has room for 1 row", "3 of 10,000", "nothing fits", "0, as asked")
                .doesNotContain("on empty tables");
    }

    @Test
    void tools_find_the_same_under_keys_of_their_own() {
        assertThat(new JsonReport().render(FEW))
                .contains("\"askedRows\" : 10000", "\"limit\" : \"its key has room for 1 row\"")
                .contains("\"reason\" : \"nothing fits\"", "\"remedy\" : \"name it\"");
    }

    @Test
    void every_headline_says_that_tables_were_empty_where_no_rows_were_asked_for() {
        assertThat(Headline.sentence(NONE)).endsWith(", on empty tables");
        for (Report report : List.of(new TextSummary(), new MarkdownReport(), new HtmlReport())) {
            assertThat(report.render(NONE).replaceAll("\\s+", " "))
                    .as(report.fileName())
                    .contains("on empty tables");
        }
        assertThat(new TextSummary().render(NONE)).doesNotContain("as asked");
    }

    private static RehearsalReport with(List<TableFacts> tables) {
        RehearsalReport plain = SampleReports.minimal();
        return new RehearsalReport(
                plain.verdict(),
                plain.seed(),
                plain.started(),
                plain.durationMs(),
                plain.database(),
                plain.budgets(),
                tables,
                plain.findings(),
                plain.migrations(),
                null,
                null,
                null);
    }
}
