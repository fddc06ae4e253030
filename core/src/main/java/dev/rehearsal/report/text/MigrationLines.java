package dev.rehearsal.report.text;

import dev.rehearsal.report.format.ApplicationRow;
import dev.rehearsal.report.format.Facts;
import dev.rehearsal.report.format.NotMeasuredText;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Scenarios;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.schema.SchemaDifference;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The facts of one migration that did not pass, as far as no finding speaks of them already. */
final class MigrationLines {
    private static final int EXAMPLES = 3;
    private static final List<Phase> TIMED = List.of(Phase.UP, Phase.DOWN, Phase.UP_AGAIN);

    private final MigrationResult result;
    private final LogPage page;

    private MigrationLines(MigrationResult result, LogPage page) {
        this.result = result;
        this.page = page;
    }

    static void print(MigrationResult result, LogPage page) {
        new MigrationLines(result, page).print();
    }

    private void print() {
        page.tell("", head(result));
        facts();
        List<String> missing = NotMeasuredText.of(result);
        if (!missing.isEmpty()) {
            page.tell("  ", "not measured: " + String.join("; ", missing));
        }
        page.tell("  ", times());
        Scenarios.of(result).forEach(sentence -> page.tell("  ", sentence));
        application();
        Facts.rollback(result).ifPresent(down -> page.tell("  ", "an emergency rollback would block: " + down));
    }

    /** {@return verdict, script and risk with its reasons} */
    static String head(MigrationResult m) {
        return m.verdict() + "  " + m.facts().migration().script().name() + "  (" + Facts.risk(m) + ")";
    }

    private void facts() {
        MigrationFacts facts = result.facts();
        facts.phases().stream()
                .filter(p -> p.failure() != null)
                .filter(p -> !said(Objects.requireNonNull(p.failure()).message()))
                .forEach(p -> page.tell(
                        "    - ", p.phase().id() + " failed: " + Facts.failure(Objects.requireNonNull(p.failure()))));
        differences(facts.schemaAfterDown(), "after the down");
        differences(facts.schemaAfterUpAgain(), "after the second up");
        limited(Facts.losses(facts.dataAfterDown()).stream()
                .filter(l -> !said(l.relation()))
                .map(Facts::loss)
                .toList());
    }

    private void differences(@Nullable SchemaCheck check, String moment) {
        limited(Facts.differences(check).stream()
                .filter(d -> !said(d.object().name()))
                .map(d -> Facts.difference(d, moment) + definitions(d))
                .toList());
    }

    private static String definitions(SchemaDifference d) {
        return (d.before() == null ? "" : " | before: " + d.before())
                + (d.after() == null ? "" : " | after: " + d.after());
    }

    private void limited(List<String> lines) {
        lines.stream().limit(EXAMPLES).forEach(l -> page.tell("    - ", l));
        if (lines.size() > EXAMPLES) {
            page.tell("    - ", "and " + (lines.size() - EXAMPLES) + " more in report.html");
        }
    }

    private boolean said(String key) {
        return result.findings().stream().anyMatch(f -> f.message().contains(key));
    }

    /** Only those that failed: a line of text has no room for more. */
    private void application() {
        List<String> heads = ApplicationRow.heads();
        ApplicationRow.of(result).stream()
                .filter(row -> row.failures() > 0)
                .limit(EXAMPLES)
                .forEach(row -> page.tell(
                        "    - ",
                        row.place() + ": "
                                + IntStream.range(0, heads.size())
                                        .mapToObj(i ->
                                                heads.get(i) + " " + row.cells().get(i))
                                        .collect(Collectors.joining("; "))));
    }

    private String times() {
        String times = TIMED.stream()
                .map(p -> p.id() + " " + Facts.duration(result, p))
                .collect(Collectors.joining(", "));
        return times + ", lock " + Facts.worstLock(result) + ", stall " + Facts.worstStall(result);
    }

    /** {@return one line for a migration that passed} */
    static String passed(MigrationResult m) {
        String name = Plain.line(
                m.facts().migration().version() + " " + m.facts().migration().description());
        String risk = m.riskReasons().isEmpty() ? "" : "  (" + Facts.risk(m) + ")";
        return String.format(
                "PASSED  %-38s  up %s, down %s, lock %s, stall %s%s",
                name,
                Facts.duration(m, Phase.UP),
                Facts.duration(m, Phase.DOWN),
                Facts.longestLock(m),
                Facts.longestStall(m),
                risk);
    }
}
