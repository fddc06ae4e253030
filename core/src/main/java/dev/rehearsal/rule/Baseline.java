package dev.rehearsal.rule;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Fingerprints;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a project accepts of its old migrations: these findings are told as baselined and fail no build. What could not
 * be measured can never be accepted. Immutable.
 *
 * @param entries in the order of the file
 */
public record Baseline(List<Entry> entries) {
    /** Accepts nothing. */
    public static final Baseline NONE = new Baseline(List.of());

    /** Says that an entry meets nothing any more. */
    public static final String STALE = "baseline-stale";

    public Baseline {
        entries = List.copyOf(entries);
    }

    /**
     * One finding that is accepted.
     *
     * @param rule the rule's id
     * @param script the script's name
     * @param fingerprint what it is recognised by, wherever its line has moved
     */
    public record Entry(String rule, String script, String fingerprint) {}

    List<Finding> accept(List<Finding> findings, Migration migration) {
        if (entries.isEmpty()) {
            return findings;
        }
        Set<String> accepted = entries.stream().map(Entry::fingerprint).collect(Collectors.toSet());
        Fingerprints fingerprints = new Fingerprints();
        List<Finding> told = new ArrayList<>();
        for (Finding finding : findings) {
            boolean known = accepted.contains(fingerprints.ofMigration(finding, migration));
            told.add(known && Rules.baselines(finding.rule()) ? finding.asBaselined() : finding);
        }
        return told;
    }

    /**
     * {@return a warning for each entry that meets nothing, of the migrations that were rehearsed and of scripts that are
     * gone}
     *
     * @param results of the migrations that were rehearsed
     * @param history the names of all scripts that there are
     */
    public List<Finding> stale(Collection<MigrationResult> results, Set<String> history) {
        Set<String> found = new HashSet<>();
        Set<String> rehearsed = new HashSet<>();
        for (MigrationResult result : results) {
            Migration migration = result.facts().migration();
            scripts(migration).forEach(script -> rehearsed.add(script.name()));
            Fingerprints fingerprints = new Fingerprints();
            result.findings().forEach(finding -> found.add(fingerprints.ofMigration(finding, migration)));
        }
        return entries.stream()
                .filter(entry -> !found.contains(entry.fingerprint()))
                .filter(entry -> rehearsed.contains(entry.script()) || !history.contains(entry.script()))
                .map(Baseline::stale)
                .toList();
    }

    private static Finding stale(Entry entry) {
        return new Finding(
                STALE,
                Severity.WARNING,
                "The baseline accepts " + entry.rule() + " in " + entry.script() + " (" + entry.fingerprint()
                        + "), which is not found any more.",
                "Remove the entry, or write the baseline anew: mvn rehearsal:baseline.",
                entry.script(),
                0);
    }

    private static List<Script> scripts(Migration migration) {
        return Stream.of(migration.script(), migration.undo())
                .filter(Objects::nonNull)
                .toList();
    }
}
