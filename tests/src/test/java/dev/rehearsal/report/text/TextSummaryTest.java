package dev.rehearsal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.SampleReports;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextSummaryTest {
    static Stream<RehearsalReport> samples() {
        return Stream.of(
                SampleReports.minimal(),
                SampleReports.nothing(),
                SampleReports.passed(),
                SampleReports.failed(),
                SampleReports.incomplete(),
                SampleReports.hostile(),
                SampleReports.many(50));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void each_error_stands_whole_on_one_line_that_is_told_as_an_error(RehearsalReport report) {
        List<LogLine> lines = new TextSummary().lines(report);
        assertThat(lines).extracting(LogLine::text).noneMatch(text -> text.contains("\n"));
        Stream.concat(report.findings().stream(), report.migrations().stream().flatMap(m -> m.findings().stream()))
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> finding.message().length() < 500)
                .forEach(error -> assertThat(lines)
                        .anyMatch(line -> line.level() == Severity.ERROR
                                && line.text()
                                        .contains(Plain.entry(error.rule() + ": " + Plain.line(error.message())))));
    }

    @Test
    void a_remedy_stands_right_beneath_its_finding() {
        List<LogLine> lines = new TextSummary().lines(SampleReports.failed());
        int at = IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).text().startsWith("V3__email_verified.sql:2  lock-too-long: "))
                .findFirst()
                .orElseThrow();
        assertThat(lines.get(at + 1).text()).startsWith("  -> Add the column, backfill in batches");
        assertThat(lines.get(at + 1).level()).isEqualTo(Severity.ERROR);
    }

    @Test
    void a_warning_is_told_as_a_warning_and_what_nobody_acts_on_is_counted() {
        List<LogLine> lines = new TextSummary().lines(SampleReports.failed());
        assertThat(lines)
                .filteredOn(line -> line.text().contains("backfill-in-ddl-transaction"))
                .extracting(LogLine::level)
                .containsOnly(Severity.WARNING);
        assertThat(print(SampleReports.failed()))
                .doesNotContain("index-not-concurrent")
                .containsPattern("2 failed, 2 passed; \\d+ errors, .*1 note.*: report.html");
    }

    @Test
    void a_long_history_takes_less_than_a_hundred_lines_however_it_ends() {
        assertThat(new TextSummary().lines(SampleReports.many(67))).hasSizeLessThan(100);
        assertThat(new TextSummary().lines(SampleReports.many(1_000))).hasSizeLessThan(100);
    }

    @Test
    void the_last_line_is_the_verdict() {
        assertThat(last(SampleReports.passed()))
                .isEqualTo("PASSED: 2 migrations went up, down and up again within every budget");
        assertThat(last(SampleReports.failed())).isEqualTo("FAILED: 2 of 4 migrations failed the rehearsal");
        assertThat(last(SampleReports.incomplete()))
                .isEqualTo("INCOMPLETE: 1 of 2 migrations could not be fully measured");
        assertThat(last(SampleReports.minimal())).isEqualTo("PASSED: there was no migration to rehearse");
    }

    @Test
    void a_migration_that_passed_takes_one_line() {
        assertThat(print(SampleReports.passed()).lines())
                .contains(
                        "PASSED  2 add role                              up 12 ms, down 12 ms, lock 10 ms, stall 9.5 ms");
    }

    @Test
    void how_long_an_emergency_rollback_would_block_is_told() {
        assertThat(print(SampleReports.failed()).lines().map(String::strip))
                .anyMatch(l -> l.startsWith("an emergency rollback would block: lock "))
                .anyMatch(l -> l.startsWith("An emergency rollback would block longest in version 3: lock "));
        assertThat(print(SampleReports.minimal())).doesNotContain("emergency");
        assertThat(print(SampleReports.nothing())).contains("on no database (none was started)");
    }

    @Test
    void no_table_affected_is_told_from_not_measured() {
        assertThat(print(SampleReports.firstVersion()))
                .contains("lock none, stall none")
                .doesNotContain("not measured");
    }

    @Test
    void problems_come_first_then_the_facts_of_what_did_not_pass() {
        String text = print(SampleReports.failed());
        assertThat(text)
                .containsSubsequence(
                        "V3__email_verified.sql:2  lock-too-long: ",
                        "-> Add the column, backfill in batches",
                        "   ALTER TABLE users VALIDATE CONSTRAINT",
                        "backfill-in-ddl-transaction: ",
                        "FAILED V3__email_verified.sql (HIGH risk",
                        "not measured:",
                        "up 19.4 s, down 48 ms, up-again 20.0 s");
    }

    @Test
    void what_was_not_measured_is_said() {
        assertThat(print(SampleReports.incomplete()))
                .contains("public.orders could not be filled", "up: locks", "down: not reached", "lock not measured");
    }

    @Test
    void many_migrations_show_their_locks_as_a_table_worst_first() {
        String text = print(SampleReports.many(50));
        List<String> table = text.lines()
                .dropWhile(l -> !l.startsWith("Locks that make others wait"))
                .takeWhile(l -> !l.isEmpty())
                .toList();
        assertThat(table).hasSize(13);
        assertThat(table.get(1).strip()).startsWith("held").endsWith("migration:line");
        assertThat(table.get(2)).contains("public.users", "ACCESS EXCLUSIVE", "19.4 s", "3 up:2");
        assertThat(table.get(12)).startsWith("  and ").endsWith(" shorter ones in report.html");
    }

    @Test
    void hostile_text_neither_colours_the_terminal_nor_commands_the_build_server() {
        String text = print(SampleReports.hostile());
        assertThat(text.codePoints().filter(c -> c != '\n'))
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        assertThat(text.lines()).noneMatch(l -> l.strip().startsWith("::"));
        assertThat(text).doesNotContain("##[", "##vso[", "##teamcity[");
    }

    private static String print(RehearsalReport report) {
        return new TextSummary().render(report);
    }

    private static String last(RehearsalReport report) {
        return print(report).strip().lines().reduce((a, b) -> b).orElseThrow();
    }
}
