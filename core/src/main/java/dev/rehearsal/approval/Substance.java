package dev.rehearsal.approval;

import dev.rehearsal.result.Risk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a signature stands for: that which a rehearsal of the same scripts finds again. Measured figures are not part of
 * it, for they differ with each run; the budgets bound them, and what exceeds a budget is a finding.
 *
 * @param scripts the digest of each script, by its name
 * @param risks the risk of each version
 * @param findings each warning and error: {@code warning table-rewritten V2__x.sql}
 * @param tables how many rows each table had in the rehearsal
 */
record Substance(
        SortedMap<String, String> scripts,
        SortedMap<String, Risk> risks,
        SortedSet<String> findings,
        SortedMap<String, Long> tables) {
    Substance {
        scripts = Collections.unmodifiableSortedMap(new TreeMap<>(scripts));
        risks = Collections.unmodifiableSortedMap(new TreeMap<>(risks));
        findings = Collections.unmodifiableSortedSet(new TreeSet<>(findings));
        tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
    }

    /**
     * {@return what has changed so that a signature no longer holds, in words; empty if it still does. What got better, a
     * lower risk, a finding less, a larger table, takes nothing away from it}
     *
     * @param now what the last rehearsal found
     */
    List<String> changesUntil(Substance now) {
        List<String> changes = new ArrayList<>(scriptChanges(now));
        now.risks.forEach((version, risk) -> {
            Risk signed = risks.get(version);
            if (signed != null && risk.compareTo(signed) > 0) {
                changes.add("the risk of version " + version + " rose from " + signed + " to " + risk);
            }
        });
        now.findings.stream()
                .filter(finding -> !findings.contains(finding))
                .forEach(finding -> changes.add("there is a new finding: " + finding));
        tables.forEach((table, rows) -> {
            Long rehearsed = now.tables.get(table);
            if (rehearsed == null || rehearsed < rows) {
                changes.add("the rehearsal had " + (rehearsed == null ? "no" : rehearsed) + " rows of " + table
                        + " instead of " + rows);
            }
        });
        return changes;
    }

    private List<String> scriptChanges(Substance now) {
        List<String> changes = new ArrayList<>();
        SortedSet<String> names = new TreeSet<>(scripts.keySet());
        names.addAll(now.scripts.keySet());
        for (String name : names) {
            String before = scripts.get(name);
            String after = now.scripts.get(name);
            if (before == null) {
                changes.add(name + " was added");
            } else if (after == null) {
                changes.add(name + " is gone");
            } else if (!before.equals(after)) {
                changes.add(name + " was changed");
            }
        }
        return changes;
    }
}
