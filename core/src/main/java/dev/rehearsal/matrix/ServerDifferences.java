package dev.rehearsal.matrix;

import dev.rehearsal.compare.Noise;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.OtherServer.Difference;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.RehearsedSchema;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.schema.SchemaObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What went otherwise on another server: verdicts, locks, times beyond noise, what came back, the schema at the end. What an
 * engine calls a lock is compared within one engine; across engines, whom it made wait.
 */
final class ServerDifferences {
    /** Of two single runs on two servers: what is not twice as long, and by 100 ms, is not told. */
    private static final Noise NOISE = new Noise(1, Duration.ofMillis(100));

    private static final String NOT_MEASURED = "not measured";

    private final boolean oneEngine;
    private final List<Difference> found = new ArrayList<>();

    private ServerDifferences(boolean oneEngine) {
        this.oneEngine = oneEngine;
    }

    static List<Difference> between(RehearsalReport first, RehearsalReport other) {
        ServerDifferences differences = new ServerDifferences(
                first.database().product().equals(other.database().product()));
        Map<String, MigrationResult> there = other.migrations().stream()
                .collect(Collectors.toMap(
                        ServerDifferences::script, Function.identity(), (a, b) -> b, LinkedHashMap::new));
        for (MigrationResult migration : first.migrations()) {
            MigrationResult same = there.remove(script(migration));
            if (same == null) {
                differences.add(
                        script(migration), "verdict", migration.verdict().name(), "not run");
            } else {
                differences.migration(migration, same);
            }
        }
        there.values()
                .forEach(more -> differences.add(
                        script(more), "verdict", "not run", more.verdict().name()));
        differences.schemas(first.schema(), other.schema());
        return differences.found;
    }

    private void migration(MigrationResult here, MigrationResult there) {
        String script = script(here);
        add(script, "verdict", here.verdict().name(), there.verdict().name());
        for (Phase phase : List.of(Phase.UP, Phase.DOWN)) {
            PhaseResult first = here.facts().phase(phase).orElse(null);
            PhaseResult other = there.facts().phase(phase).orElse(null);
            if (first != null && other != null) {
                String name = phase.id();
                add(script, "locks of " + name, locks(first.facts()), locks(other.facts()));
                times(script, name, first.facts().durationMs(), other.facts().durationMs());
            }
        }
        add(
                script,
                "schema after the down",
                restored(here.facts().schemaAfterDown()),
                restored(there.facts().schemaAfterDown()));
        add(
                script,
                "data after the down",
                restored(here.facts().dataAfterDown()),
                restored(there.facts().dataAfterDown()));
    }

    private void times(String script, String phase, double first, double other) {
        if (NOISE.isWorse(first, other) || NOISE.isWorse(other, first)) {
            add(script, "time of " + phase, millis(first), millis(other));
        }
    }

    private String locks(PhaseFacts facts) {
        List<HeldLock> locks = facts.locks();
        if (locks == null) {
            return NOT_MEASURED;
        }
        Set<String> held = new TreeSet<>();
        for (HeldLock lock : locks) {
            for (String whom : lock.blocks()) {
                String relation = lock.relation();
                held.add(
                        oneEngine
                                ? lock.mode().words() + " on " + relation
                                : whom + " of " + relation.substring(relation.lastIndexOf('.') + 1) + " blocked");
            }
        }
        return held.isEmpty() ? "none that blocks" : String.join(", ", held);
    }

    private static String restored(@Nullable SchemaCheck check) {
        return check == null ? NOT_MEASURED : restored(check.differences().size());
    }

    private static String restored(@Nullable DataCheck check) {
        return check == null ? NOT_MEASURED : restored(check.losses().size());
    }

    private static String restored(int differences) {
        return differences == 0 ? "restored" : "not restored: " + differences + (differences == 1 ? " part" : " parts");
    }

    private void schemas(@Nullable RehearsedSchema first, @Nullable RehearsedSchema other) {
        if (!oneEngine || first == null || other == null || !first.version().equals(other.version())) {
            return;
        }
        onlyIn(first, other).forEach(object -> add("", "schema at the end", object.toString(), ""));
        onlyIn(other, first).forEach(object -> add("", "schema at the end", "", object.toString()));
    }

    /** A kind of object that one server has and the other has none of is one of its version: NOT NULL is a constraint in 18. */
    private static List<SchemaObject> onlyIn(RehearsedSchema one, RehearsedSchema other) {
        Set<SchemaObject> there = other.snapshot().definitions().keySet();
        Set<String> kinds = there.stream().map(SchemaObject::type).collect(Collectors.toSet());
        return one.snapshot().definitions().keySet().stream()
                .filter(object -> kinds.contains(object.type()) && !there.contains(object))
                .toList();
    }

    private void add(String script, String what, String first, String other) {
        if (!Objects.equals(first, other)) {
            found.add(new Difference(script, what, first, other));
        }
    }

    private static String script(MigrationResult migration) {
        return migration.facts().migration().script().name();
    }

    private static String millis(double ms) {
        return String.format(Locale.ROOT, "%.0f ms", ms);
    }
}
