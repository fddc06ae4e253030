package dev.rehearsal.compare;

import dev.rehearsal.compare.Regression.Kind;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedReport;
import dev.rehearsal.recorded.RecordedReport.RecordedTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A rehearsal against another one.
 *
 * @param unlike how the circumstances differ, so that times say little
 * @param compared how many migrations are in both
 * @param regressions what got worse, worst kind first
 */
public record Comparison(List<String> unlike, int compared, List<Regression> regressions) {
    public Comparison {
        unlike = List.copyOf(unlike);
        regressions = List.copyOf(regressions);
    }

    /**
     * {@return what got worse}
     *
     * @param base the rehearsal that is the measure
     * @param head the one that is held against it
     * @param noise what counts as the same
     */
    public static Comparison of(RecordedReport base, RecordedReport head, Noise noise) {
        Map<String, RecordedMigration> before = byVersion(base);
        Map<String, RecordedMigration> after = byVersion(head);
        List<Regression> found = new ArrayList<>();
        int compared = 0;
        for (RecordedMigration migration : after.values()) {
            RecordedMigration earlier = before.get(migration.version());
            if (earlier == null) {
                found.addAll(MigrationComparison.ofNew(migration));
            } else {
                found.addAll(new MigrationComparison(earlier, migration, noise).regressions());
                compared++;
            }
        }
        before.values().stream()
                .filter(migration -> !after.containsKey(migration.version()))
                .map(gone -> new Regression(
                        Kind.NOT_COMPARED, gone.script(), "was rehearsed in the base only: nothing is said of it."))
                .forEach(found::add);
        found.addAll(NewFindings.findings("the history as a whole", base.findings(), head.findings()));
        found.sort(Comparator.comparing(Regression::kind));
        return new Comparison(unlike(base, head), compared, found);
    }

    /**
     * {@return those of some kinds}
     *
     * @param kinds which
     */
    public List<Regression> of(List<Kind> kinds) {
        return regressions.stream().filter(r -> kinds.contains(r.kind())).toList();
    }

    private static Map<String, RecordedMigration> byVersion(RecordedReport report) {
        return report.migrations().stream()
                .collect(Collectors.toMap(
                        RecordedMigration::version, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }

    private static List<String> unlike(RecordedReport base, RecordedReport head) {
        List<String> unlike = new ArrayList<>();
        if (!base.database().equals(head.database())) {
            unlike.add("the base ran on " + told(base) + ", the head on " + told(head));
        }
        if (base.seed() != head.seed()) {
            unlike.add("the base was filled from seed " + base.seed() + ", the head from " + head.seed());
        }
        Map<String, Long> rows = head.tables().stream()
                .collect(Collectors.toMap(RecordedTable::table, RecordedTable::rows, (a, b) -> b));
        base.tables().stream()
                .filter(t -> rows.getOrDefault(t.table(), t.rows()) != t.rows())
                .map(t -> t.table() + " had " + t.rows() + " rows, and has " + rows.get(t.table()))
                .forEach(unlike::add);
        return unlike;
    }

    private static String told(RecordedReport report) {
        return report.database().product() + " " + report.database().version() + " ("
                + report.database().provider() + ")";
    }
}
