package dev.rehearsal.report.html;

import dev.rehearsal.report.format.AssumptionLines;
import dev.rehearsal.report.format.DurationText;
import dev.rehearsal.report.format.Headline;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.report.format.WorstFirst;
import dev.rehearsal.result.DatabaseFacts;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.TableFacts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The whole page.
 *
 * @param verdict how it ended
 * @param sentence the verdict in a sentence
 * @param circumstances on what it was rehearsed
 * @param unlikeProduction what makes its timings unlike production's
 * @param toDo every error, worst migration first
 * @param warnings every warning, worst migration first
 * @param history the findings that belong to no single migration
 * @param migrations worst first
 * @param tables what the database held
 */
public record ReportPage(
        Tone verdict,
        String sentence,
        List<Stat> circumstances,
        List<String> unlikeProduction,
        List<FindingPart> toDo,
        List<FindingPart> warnings,
        List<FindingPart> history,
        List<MigrationPart> migrations,
        List<TablePart> tables) {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    static ReportPage of(RehearsalReport report) {
        List<MigrationPart> migrations = new ArrayList<>();
        WorstFirst.migrations(report).forEach(m -> migrations.add(MigrationPart.of(m, "m" + (migrations.size() + 1))));
        List<FindingPart> history = WorstFirst.findings(report.findings()).stream()
                .map(FindingPart::ofHistory)
                .toList();
        return new ReportPage(
                Tone.of(report.verdict()),
                Headline.sentence(report),
                circumstances(report),
                report.database().unlikeProduction().stream().map(Plain::line).toList(),
                all(Severity.ERROR, history, migrations),
                all(Severity.WARNING, history, migrations),
                history,
                migrations,
                TablePart.of(report.tables()));
    }

    /** {@return how many warnings there are, in words} */
    public String warningCount() {
        return Sizes.count(warnings.size(), "warning");
    }

    private static List<FindingPart> all(Severity severity, List<FindingPart> history, List<MigrationPart> migrations) {
        return Stream.concat(history.stream(), migrations.stream().flatMap(m -> m.findings().stream()))
                .filter(f -> f.severity() == severity)
                .toList();
    }

    private static List<Stat> circumstances(RehearsalReport report) {
        DatabaseFacts database = report.database();
        long rows = report.tables().stream().mapToLong(TableFacts::rows).sum();
        List<Stat> stats = new ArrayList<>(List.of(
                Stat.of("Database", database.name()),
                Stat.of("Provider", database.provider()),
                Stat.of(
                        "Data",
                        Sizes.count(rows, "row") + " in "
                                + Sizes.count(report.tables().size(), "table")),
                Stat.of("Seed", Long.toString(report.seed())),
                Stat.of("Started", date(report.started())),
                Stat.of("Took", DurationText.format(report.durationMs()))));
        Headline.selection(report).ifPresent(why -> stats.add(Stat.of("Chosen", why)));
        Headline.deployment(report).ifPresent(deployed -> stats.add(Stat.of("Deployed", deployed)));
        Headline.forwardOnly(report).ifPresent(why -> stats.add(Stat.of("Forward only", why)));
        AssumptionLines.of(report).forEach(line -> stats.add(Stat.of("Assumed", line)));
        Headline.tests(report).ifPresent(tests -> stats.add(Stat.of("Tests", tests)));
        return stats;
    }

    private static String date(Instant instant) {
        return DATE.format(instant) + " UTC";
    }
}
