package dev.rehearsal.rule;

import dev.rehearsal.result.Effect.Trait;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Risk;
import dev.rehearsal.result.Severities;
import dev.rehearsal.result.Severity;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much a migration can hurt, and why: by what was found, and by the kind of what it does.
 *
 * @param risk how much
 * @param reasons those for this risk; what would be less is left out
 */
record RiskAssessment(Risk risk, List<String> reasons) {
    static RiskAssessment of(MigrationFacts facts, Severities severities, List<Finding> findings) {
        Set<String> high = new LinkedHashSet<>();
        Set<String> medium = new LinkedHashSet<>();
        findings.forEach(finding -> {
            if (finding.severity() == Severity.ERROR) {
                high.add(finding.rule() + " is an error");
            } else if (finding.severity() == Severity.WARNING) {
                medium.add(finding.rule() + " is a warning");
            }
        });
        for (Change change : SeenChanges.of(facts, severities).all()) {
            if (change.scale().existed() && change.scale().rows() > 0) {
                add(high, severe(change));
                add(medium, moderate(change));
            }
        }
        if (!high.isEmpty()) {
            return new RiskAssessment(Risk.HIGH, List.copyOf(high));
        }
        return medium.isEmpty()
                ? new RiskAssessment(Risk.LOW, List.of())
                : new RiskAssessment(Risk.MEDIUM, List.copyOf(medium));
    }

    private static @Nullable String severe(Change change) {
        String object = change.effect().object();
        return switch (change.effect().kind()) {
            case TABLE_DROPPED, COLUMN_DROPPED -> "drops " + object;
            case TABLE_EMPTIED -> "empties " + object;
            case COLUMN_TYPE_CHANGED -> "changes the type of " + object;
            case TABLE_REWRITTEN -> large(change) ? "writes " + object + " anew" : null;
            default -> null;
        };
    }

    private static @Nullable String moderate(Change change) {
        String object = change.effect().object();
        return switch (change.effect().kind()) {
            case COLUMN_REQUIRED -> "makes " + object + " NOT NULL";
            case COLUMN_RENAMED, TABLE_RENAMED -> "renames " + object;
            case INDEX_CREATED -> {
                boolean unique = change.effect().is(Trait.UNIQUE);
                yield unique || large(change) ? "builds " + (unique ? "unique " : "") + "index " + object : null;
            }
            default -> null;
        };
    }

    private static boolean large(Change change) {
        return change.scale().severity() != Severity.NOTE;
    }

    private static void add(Set<String> reasons, @Nullable String reason) {
        if (reason != null) {
            reasons.add(reason);
        }
    }
}
