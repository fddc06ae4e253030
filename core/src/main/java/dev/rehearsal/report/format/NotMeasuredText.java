package dev.rehearsal.report.format;

import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what of a migration was not measured, so that its absence is never read as a pass. */
public final class NotMeasuredText {
    private static final int NAMED = 10;

    private final MigrationFacts facts;
    private final List<String> sentences = new ArrayList<>();

    private NotMeasuredText(MigrationFacts facts) {
        this.facts = facts;
    }

    /**
     * {@return what was not measured of a migration, one line each; empty if everything was}
     *
     * @param migration any migration
     */
    public static List<String> of(MigrationResult migration) {
        NotMeasuredText found = new NotMeasuredText(migration.facts());
        found.sentences.addAll(migration.facts().notMeasured());
        found.phases();
        found.checks();
        return List.copyOf(found.sentences);
    }

    /**
     * {@return what was not measured of several migrations, each once with the versions: {@code in 2, 3: down: not
     * reached}}
     *
     * @param migrations any migrations
     */
    public static List<String> together(List<MigrationResult> migrations) {
        Map<String, List<String>> versions = new LinkedHashMap<>();
        for (MigrationResult migration : migrations) {
            String version = migration.facts().migration().version();
            of(migration)
                    .forEach(what -> versions.computeIfAbsent(what, x -> new ArrayList<>())
                            .add(version));
        }
        return versions.entrySet().stream()
                .map(entry -> "in " + some(entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    private static String some(List<String> versions) {
        String first = String.join(", ", versions.subList(0, Math.min(NAMED, versions.size())));
        return versions.size() <= NAMED ? first : first + " and " + (versions.size() - NAMED) + " more";
    }

    private void phases() {
        for (Phase phase : List.of(Phase.UP, Phase.DOWN, Phase.UP_AGAIN)) {
            if (facts.phase(phase).isEmpty() && !spared(phase)) {
                sentences.add(phase.id() + ": " + absence(phase));
            }
        }
        facts.phases().forEach(this::phase);
    }

    /** Of a project that only goes forward, the way back is told once, in the report's head. */
    private boolean spared(Phase phase) {
        return phase != Phase.UP && facts.forwardOnly() != null;
    }

    private String absence(Phase phase) {
        return phase != Phase.UP && !facts.migration().wayBack().exists()
                ? facts.migration().withoutWayBack()
                : "not reached";
    }

    private void phase(PhaseResult result) {
        String name = result.phase().id();
        result.facts().notMeasured().forEach(s -> sentences.add(name + ": " + s));
        unexplained(result, "locks", result.facts().locks());
        if (result.phase().ofRoundtrip()) {
            unexplained(result, "stalls", result.facts().stalls());
        }
    }

    private void unexplained(PhaseResult result, String what, @Nullable List<?> measured) {
        if (measured == null && result.facts().notMeasured().stream().noneMatch(s -> s.contains(what))) {
            sentences.add(result.phase().id() + ": " + what);
        }
    }

    /** A reason that was given says more. */
    private void unsaid(String what) {
        if (sentences.stream().noneMatch(sentence -> sentence.startsWith(what))) {
            sentences.add(what);
        }
    }

    private void checks() {
        boolean down = facts.phase(Phase.DOWN).isPresent();
        if (down && facts.schemaAfterDown() == null) {
            sentences.add("whether the down restores the schema");
        }
        if (down && facts.dataAfterDown() == null) {
            unsaid("whether the down restores the data");
        }
        if (facts.phase(Phase.UP_AGAIN).isPresent() && facts.schemaAfterUpAgain() == null) {
            sentences.add("whether the second up gives the same schema");
        }
    }
}
