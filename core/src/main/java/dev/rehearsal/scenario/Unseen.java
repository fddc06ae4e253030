package dev.rehearsal.scenario;

import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an observer was asked to watch in a phase and does not tell, without a word why: silence is not a good answer. */
final class Unseen {
    private static final String LOCKS = "locks";
    private static final String STALLS = "stalls";
    private static final String EFFECTS = "effects";

    private final PhaseFacts facts;
    private final List<String> unseen = new ArrayList<>();

    private Unseen(PhaseFacts facts) {
        this.facts = facts;
    }

    static List<String> of(PhaseFacts facts, ObservationOptions asked) {
        Unseen found = new Unseen(facts);
        if (asked.locks() && facts.locks() == null && found.unexplained(LOCKS)) {
            found.unseen.add(LOCKS + ": not reported, and no reason was given");
        }
        List<QualifiedName> canaries = asked.canaries();
        if (canaries != null) {
            found.stalls(canaries);
        }
        if (asked.attribution()) {
            found.effects();
        }
        return List.copyOf(found.unseen);
    }

    private void stalls(List<QualifiedName> canaries) {
        List<Stall> stalls = facts.stalls();
        if (stalls == null) {
            if (unexplained(STALLS)) {
                unseen.add(STALLS + ": not reported, and no reason was given");
            }
            return;
        }
        Set<String> watched = stalls.stream().map(Stall::relation).collect(Collectors.toSet());
        canaries.stream()
                .map(QualifiedName::toString)
                .filter(table -> !watched.contains(table) && unexplained(table))
                .forEach(table -> unseen.add(STALLS + " on " + table + ": not reported, and no reason was given"));
    }

    private void effects() {
        long unattributed = facts.statements().stream()
                .filter(statement -> !statement.failed() && statement.effects() == null)
                .count();
        if (unattributed > 0 && unexplained(EFFECTS)) {
            unseen.add("the " + EFFECTS + " of " + unattributed + " of "
                    + facts.statements().size() + " statements: nobody looked them up");
        }
    }

    private boolean unexplained(String what) {
        return facts.notMeasured().stream().noneMatch(why -> why.contains(what));
    }
}
