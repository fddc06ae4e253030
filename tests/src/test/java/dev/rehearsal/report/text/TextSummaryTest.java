package dev.rehearsal.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.report.SampleReports;
import dev.rehearsal.result.RehearsalReport;
import java.util.List;
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
    void no_line_is_wider_than_a_hundred_columns(RehearsalReport report) {
        assertThat(print(report).lines())
                .allSatisfy(
                        l -> assertThat(l.codePointCount(0, l.length())).as(l).isLessThanOrEqualTo(100));
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
    void nothing_to_stall_on_is_told_from_not_measured() {
        assertThat(print(SampleReports.firstVersion()))
                .contains("lock none, stall nothing to stall on")
                .doesNotContain("not measured");
    }

    @Test
    void the_worst_finding_comes_first_and_what_to_do_last() {
        String text = print(SampleReports.failed());
        assertThat(text)
                .containsSubsequence(
                        "FAILED  V3__email_verified.sql",
                        "error lock-too-long",
                        "warning backfill-in-ddl-transaction",
                        "note index-not-concurrent",
                        "not measured:",
                        "up 19.4 s, down 48 ms, up-again 20.0 s",
                        "-> Add the column, backfill in batches",
                        "   ALTER TABLE users VALIDATE CONSTRAINT");
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
        assertThat(table).hasSize(28);
        assertThat(table.get(1)).startsWith("  relation").endsWith("migration:line");
        assertThat(table.get(2)).contains("public.users", "ACCESS EXCL.", "19.4 s", "3 up:2");
        assertThat(table.get(27)).startsWith("  and ").endsWith(" shorter ones in report.html");
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
