package dev.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.format.Report;
import dev.rehearsal.report.html.HtmlReport;
import dev.rehearsal.report.json.JsonReport;
import dev.rehearsal.report.markdown.MarkdownReport;
import dev.rehearsal.report.text.TextSummary;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the other scenarios saw stands in each report that people read. */
class ScenariosInReportsTest {
    static Stream<String> reports() {
        return Stream.concat(
                Stream.<Report>of(new HtmlReport(), new MarkdownReport())
                        .map(report -> report.render(SampleReports.failed())),
                Stream.of(new TextSummary().render(SampleReports.failed())));
    }

    @ParameterizedTest
    @MethodSource("reports")
    void giving_up_a_crash_and_a_deadlock_are_told(String report) {
        String text = report.replaceAll("[\\\\`]|</?[a-z]+/?>", "").replaceAll("\\s+", " ");

        assertThat(text)
                .contains("gave up after", "left the schema untouched, a retry succeeded")
                .contains("crash: killed at 3 moments and run again: a part of it was left at 2")
                .contains("a rerun did not complete it after a crash in the middle of V3__email_verified.sql:3")
                .contains("not tried: after V3__email_verified.sql:4: more than 3")
                .contains("deadlock with users.sql:3 during the up at V3__a.sql:2");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void a_backfill_and_what_disturbed_it_are_told(String report) {
        String text = report.replaceAll("[\\\\`]|</?[a-z]+/?>", "").replaceAll("\\s+", " ");

        assertThat(text)
                .contains("backfill: public.users at V3__email_verified.sql:4: 6,000 rows in 6 batches, of 1,000 rows")
                .contains("it looked at 2.0 in the first third of the batches, at 9.5 in the last")
                .contains(
                        "killed at 2 moments, one of them after its end, and run again: another end, or a failure, at 1")
                .contains("up to 2,000 rows were written twice")
                .contains("others inserted 3 rows and updated 20 of public.users meanwhile: 1 value did not end")
                .contains("not tried: whether it ends on a full moon");
    }

    @Test
    void programs_are_told_each_batch() {
        assertThat(new JsonReport().render(SampleReports.failed()))
                .contains("\"lookedAtLate\" : 9.5", "\"rowsAgain\" : 2000", "\"kind\" : \"insert-not-filled\"");
    }

    @Test
    void programs_are_told_each_crash() {
        assertThat(new JsonReport().render(SampleReports.failed()))
                .contains("\"when\" : \"during\"", "\"recovered\" : false", "\"history\" : \"failed\"");
    }
}
