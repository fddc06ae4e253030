package dev.rehearsal.rule;

import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.Effect.Kind;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.Severities;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.StatementFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the up did, statement by statement: the effects from the up that was looked into, the times and locks from the
 * first one, which was not disturbed.
 */
public final class SeenChanges {
    private static final List<Phase> LOOKED_INTO = List.of(Phase.UP_AGAIN, Phase.UP_FINAL, Phase.UP);

    private final MigrationFacts facts;
    private final Severities severities;
    private final @Nullable PhaseResult attributed;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, String> former = new HashMap<>();
    private final Set<String> created = new HashSet<>();

    private SeenChanges(MigrationFacts facts, Severities severities) {
        this.facts = facts;
        this.severities = severities;
        this.attributed = LOOKED_INTO.stream()
                .flatMap(phase -> facts.phase(phase).stream())
                .filter(SeenChanges::lookedInto)
                .max((a, b) -> Boolean.compare(a.failure() == null, b.failure() == null))
                .orElse(null);
        statements().forEach(this::add);
    }

    /**
     * {@return what the up did}
     *
     * @param facts of the migration
     * @param severities how much the project says that rows weigh
     */
    public static SeenChanges of(MigrationFacts facts, Severities severities) {
        return new SeenChanges(facts, severities);
    }

    /** {@return all changes, in order} */
    public List<Change> all() {
        return changes;
    }

    /**
     * {@return the changes of a statement}
     *
     * @param statement of the up that was looked into
     */
    public Stream<Change> of(StatementFacts statement) {
        return changes.stream().filter(change -> change.statement().equals(statement));
    }

    /**
     * {@return whether something came after a change and meets a condition with it}
     *
     * @param change before which nothing counts
     * @param condition what a later one must meet
     */
    public boolean later(Change change, Predicate<Change> condition) {
        return changes.subList(changes.indexOf(change) + 1, changes.size()).stream()
                .anyMatch(condition);
    }

    /** {@return the statements of the up that was looked into} */
    public List<StatementFacts> statements() {
        return attributed == null ? List.of() : attributed.facts().statements();
    }

    /** {@return what things are called by the users of the migration's runner} */
    public RunnerWords words() {
        return facts.migration().words();
    }

    /** {@return the locks of the up that was looked into on tables that others use} */
    public List<HeldLock> locks() {
        List<HeldLock> locks = attributed == null ? null : attributed.facts().locks();
        return locks == null
                ? List.of()
                : locks.stream()
                        .filter(lock -> !lock.createdHere() && lock.mode().blocksWrites())
                        .filter(lock -> scale(lock.relation()).existed())
                        .toList();
    }

    /**
     * {@return how large a table is, whatever it is called by now}
     *
     * @param table its name
     */
    public TableScale scale(String table) {
        String name = former.getOrDefault(table, table);
        return created.contains(table)
                ? TableScale.NEW
                : facts.tables().stream()
                        .filter(t -> t.table().equals(name))
                        .findFirst()
                        .map(t -> TableScale.of(t, severities))
                        .orElse(TableScale.NEW);
    }

    /**
     * {@return the columns of a table's primary key, as the up found it; none if it has no key or was not touched}
     *
     * @param table its name
     */
    public List<String> key(String table) {
        return statements().stream()
                .map(StatementFacts::effects)
                .filter(Objects::nonNull)
                .map(effects -> effects.keys().get(table))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(List.of());
    }

    boolean scans(StatementFacts statement, String table) {
        StatementEffects effects = statement.effects();
        return effects == null
                || effects.uses() == null
                || effects.uses().stream().anyMatch(use -> use.table().equals(table) && use.read() > 0);
    }

    /**
     * {@return the same statement as it ran undisturbed; itself if it ran only once}
     *
     * @param statement of the up that was looked into
     */
    public StatementFacts undisturbed(StatementFacts statement) {
        return alone(statement).orElse(statement);
    }

    /**
     * {@return how long a statement took, and the locks that it took on tables that others use, a sentence}
     *
     * @param statement of the up that was looked into
     */
    public String held(StatementFacts statement) {
        Optional<PhaseResult> timed = alone(statement).isPresent() ? up() : Optional.ofNullable(attributed);
        List<HeldLock> locks = timed.map(phase -> phase.facts().locks()).orElse(null);
        Map<String, HeldLock> strongest = new TreeMap<>();
        if (locks != null) {
            locks.stream()
                    .filter(lock -> !lock.createdHere() && lock.mode().blocksWrites() && lock.heldMs() > 0)
                    .filter(lock -> Objects.equals(lock.line(), statement.line()) && lock.via() == null)
                    .filter(lock -> scale(lock.relation()).existed())
                    .forEach(lock -> strongest.merge(
                            lock.relation(), lock, (a, b) -> a.mode().compareTo(b.mode()) >= 0 ? a : b));
        }
        String blocking = strongest.values().stream()
                .map(lock -> "; %s on %s was held %s"
                        .formatted(lock.mode().words(), lock.relation(), Wording.millis(lock.heldMs())))
                .collect(Collectors.joining());
        String took = "It took " + Wording.millis(undisturbed(statement).durationMs());
        return took + blocking + disturbed(statement) + ".";
    }

    private String disturbed(StatementFacts statement) {
        boolean only = attributed != null && attributed.phase() == Phase.UP;
        if (only) {
            return " (includes measurement overhead: there is no second up)";
        }
        boolean inMessage = up().filter(up -> up.facts().statements().stream()
                        .noneMatch(
                                s -> s.line() == statement.line() && s.script().equals(statement.script())))
                .isPresent();
        return inMessage ? " (includes measurement overhead: the first up sent its whole script in one message)" : "";
    }

    /** {@return how a safer way is told to run outside a transaction, as a comment above it} */
    public String outsideTransaction() {
        return "-- in a script of its own, outside a transaction ("
                + facts.migration().words().outsideTransaction() + "):\n";
    }

    /** A script that was sent in one message shows none of its statements. */
    private Optional<StatementFacts> alone(StatementFacts statement) {
        return up().flatMap(up -> up.facts().statements().stream()
                .filter(s -> s.line() == statement.line()
                        && s.script().equals(statement.script())
                        && s.sql().equals(statement.sql()))
                .findFirst());
    }

    private Optional<PhaseResult> up() {
        return facts.phase(Phase.UP);
    }

    private void add(StatementFacts statement) {
        StatementEffects effects = statement.effects();
        if (effects == null) {
            return;
        }
        for (Effect effect : effects.catalogue()) {
            note(effect);
        }
        for (Effect effect : effects.catalogue()) {
            changes.add(new Change(effect, statement, scale(effect.relation()), this));
        }
    }

    private void note(Effect effect) {
        String after = effect.after();
        if (effect.kind() == Kind.TABLE_CREATED) {
            created.add(effect.relation());
        } else if (effect.kind() == Kind.TABLE_RENAMED && after != null) {
            former.put(after, former.getOrDefault(effect.relation(), effect.relation()));
            if (created.remove(effect.relation())) {
                created.add(after);
            }
        }
    }

    private static boolean lookedInto(PhaseResult phase) {
        return phase.facts().statements().stream().anyMatch(s -> s.effects() != null);
    }
}
