package dev.rehearsal;

import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.migration.Assumption;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.Assumed;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gathers what all fillings of a rehearsal came to: what could not be filled, told once, and what became of assumptions. */
final class Fillings {
    private static final String NEVER = "no row of ours was made";

    private final Map<Assumption, Assumed> assumed = new LinkedHashMap<>();
    private final Set<Assumption> tried = new HashSet<>();
    private final Set<String> told = new HashSet<>();

    Fillings(MigrationHistory history) {
        Assumption.of(history).forEach(one -> assumed.put(one, new Assumed(one, null, NEVER)));
    }

    /** {@return what is new of a filling; an assumption that was met once is met} */
    List<Finding> findings(Filling filling) {
        for (Assumed now : filling.assumed()) {
            tried.add(now.assumption());
            assumed.merge(now.assumption(), now, (before, after) -> before.met() ? before : after);
        }
        List<Finding> findings = new ArrayList<>();
        filling.unfilled().stream()
                .filter(unfilled -> told.add(unfilled.what()))
                .forEach(unfilled -> findings.add(NotRehearsed.unfilled(unfilled)));
        filling.unanalysed().stream()
                .filter(table -> told.add("statistics of " + table.what()))
                .forEach(table -> findings.add(NotRehearsed.unanalysed(table)));
        return findings;
    }

    /** {@return all assumptions of the history} */
    List<Assumed> assumed() {
        return List.copyOf(assumed.values());
    }

    /** {@return a finding for each assumption of these migrations that rows of ours never met, though some were made} */
    List<Finding> notMet(List<Migration> rehearsed) {
        Set<String> scripts = rehearsed.stream()
                .flatMap(migration -> Stream.of(migration.script(), migration.undo()))
                .filter(Objects::nonNull)
                .map(Script::name)
                .collect(Collectors.toSet());
        return assumed.values().stream()
                .filter(one -> tried.contains(one.assumption())
                        && scripts.contains(one.assumption().script()))
                .filter(one -> !one.met())
                .map(Fillings::notMet)
                .toList();
    }

    private static Finding notMet(Assumed assumed) {
        Assumption of = assumed.assumption();
        return new Finding(
                "assumption-not-met",
                Severity.ERROR,
                "The script assumes " + of.words() + ", and rows of ours could not be made so: " + assumed.problem(),
                "Correct the assumption, or take it out: docs/guide/volume.md says what can be assumed.",
                of.script(),
                of.line());
    }
}
