package dev.rehearsal.report.html;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.report.format.ApplicationRow;
import dev.rehearsal.report.format.Lists;
import dev.rehearsal.report.format.NotMeasuredText;
import dev.rehearsal.report.format.Plain;
import dev.rehearsal.report.format.Scenarios;
import dev.rehearsal.report.format.Sizes;
import dev.rehearsal.report.format.WorstFirst;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.TableFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One migration.
 *
 * @param head what stands above all else
 * @param stats its numbers
 * @param findings worst first
 * @param phases in the order in which they ran
 * @param differences of the schema, after the down and after the second up
 * @param losses what the down did not bring back
 * @param scenarios how the other scenarios went
 * @param application statements of the application, worst first
 * @param multisets tables compared as multisets
 * @param tables what the stage held of those that it touched
 * @param scripts its scripts with the lines that findings speak of
 * @param notMeasured what was not measured
 */
public record MigrationPart(
        Head head,
        List<Stat> stats,
        List<FindingPart> findings,
        List<PhasePart> phases,
        List<DifferencePart> differences,
        List<LossPart> losses,
        List<String> scenarios,
        List<ApplicationRow> application,
        List<String> multisets,
        List<TablePart> tables,
        List<ScriptPart> scripts,
        List<String> notMeasured) {

    /**
     * What stands above all else.
     *
     * @param anchor where it stands on the page
     * @param version its version
     * @param description its description
     * @param verdict how it ended
     * @param risk how much it can hurt, in a word
     * @param riskTone the same as a colour
     * @param why why it can hurt that much; empty if there is no reason
     * @param facets what the page filters by
     */
    public record Head(
            String anchor,
            String version,
            String description,
            Tone verdict,
            String risk,
            Tone riskTone,
            String why,
            Facets facets) {}

    /**
     * What a page filters by.
     *
     * @param verdict how it ended
     * @param risk how much it can hurt
     * @param tables the relations on which it held locks, a line each
     */
    public record Facets(String verdict, String risk, String tables) {}

    static MigrationPart of(MigrationResult result, String anchor) {
        MigrationFacts facts = result.facts();
        Migration migration = facts.migration();
        return new MigrationPart(
                new Head(
                        anchor,
                        Plain.line(migration.version()),
                        Plain.line(migration.description()),
                        Tone.of(result.verdict()),
                        result.risk() + " risk",
                        Tone.of(result.risk()),
                        Plain.line(String.join(", ", result.riskReasons())),
                        new Facets(result.verdict().name(), result.risk().name(), String.join("\n", relations(facts)))),
                MigrationStats.of(result),
                WorstFirst.findings(result.findings()).stream()
                        .map(f -> FindingPart.of(f, migration, anchor))
                        .toList(),
                phases(facts),
                differences(facts),
                LossPart.of(facts.dataAfterDown()),
                Scenarios.of(result).stream().map(Plain::line).toList(),
                application(result),
                multisets(facts.dataAfterDown()),
                TablePart.of(touched(facts)),
                scripts(result),
                NotMeasuredText.of(result).stream().map(Plain::line).toList());
    }

    private static List<PhasePart> phases(MigrationFacts facts) {
        double longest = facts.phases().stream()
                .mapToDouble(p -> p.facts().durationMs())
                .max()
                .orElse(0);
        return facts.phases().stream().map(p -> PhasePart.of(p, longest)).toList();
    }

    private static List<String> relations(MigrationFacts facts) {
        return facts.phases().stream()
                .flatMap(phase -> Lists.orEmpty(phase.facts().locks()).stream())
                .map(lock -> Plain.line(lock.relation()))
                .distinct()
                .toList();
    }

    /** Where it is known what each phase read and wrote, what none did is left out. */
    private static List<TableFacts> touched(MigrationFacts facts) {
        boolean known = facts.phases().stream().allMatch(phase -> phase.facts().locks() != null);
        Set<String> touched = new HashSet<>(relations(facts));
        return facts.tables().stream()
                .filter(table -> !known || touched.contains(Plain.line(table.table())))
                .toList();
    }

    private static List<DifferencePart> differences(MigrationFacts facts) {
        return Stream.concat(
                        DifferencePart.of(facts.schemaAfterDown(), "after the down").stream(),
                        DifferencePart.of(facts.schemaAfterUpAgain(), "after the second up").stream())
                .toList();
    }

    private static List<ApplicationRow> application(MigrationResult result) {
        return ApplicationRow.of(result).stream()
                .map(row ->
                        new ApplicationRow(Plain.line(row.place()), Plain.line(row.sql()), row.cells(), row.failures()))
                .toList();
    }

    private static List<String> multisets(@Nullable DataCheck check) {
        return check == null
                ? List.of()
                : check.asMultisets().stream().map(Plain::line).toList();
    }

    private static List<ScriptPart> scripts(MigrationResult result) {
        Script undo = result.facts().migration().undo();
        ScriptPart up = ScriptPart.of(result.facts().migration().script(), result.findings());
        return undo == null ? List.of(up) : List.of(up, ScriptPart.of(undo, result.findings()));
    }

    /** {@return whether it passed, so that its details are folded} */
    public boolean passed() {
        return head.verdict() == Tone.GOOD;
    }

    /** {@return the findings that somebody may have to act on} */
    public List<FindingPart> listed() {
        return findings.stream().filter(FindingPart::listed).toList();
    }

    /** {@return the findings that nobody has to act on} */
    public List<FindingPart> notes() {
        return findings.stream().filter(finding -> !finding.listed()).toList();
    }

    /** {@return how many of those there are, in words} */
    public String noteCount() {
        return Sizes.count(notes().size(), "note") + " that nobody has to act on";
    }
}
