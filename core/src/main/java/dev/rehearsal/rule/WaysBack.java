package dev.rehearsal.rule;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severities;
import dev.rehearsal.result.Severity;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a project asks of its ways back.
 *
 * @param demand whether each migration must have one
 * @param reason why the project only goes forward; null if it does not
 */
public record WaysBack(Demand demand, @Nullable String reason) {
    /** Each must have one from the first on that has one. */
    public static final WaysBack AUTO = new WaysBack(Demand.AUTO, null);

    /** Each must have one. */
    public static final WaysBack REQUIRED = new WaysBack(Demand.REQUIRED, null);

    /** Whether each migration must have a way back. */
    public enum Demand {
        /** As soon as one has it. */
        AUTO,
        REQUIRED,
        /** The project only goes forward. */
        NONE
    }

    public WaysBack {
        if ((demand == Demand.NONE) != (reason != null)) {
            throw new IllegalArgumentException("A reason is given where a project only goes forward, and only there");
        }
    }

    /**
     * {@return what is asked of a project that only goes forward}
     *
     * @param reason why it does
     */
    public static WaysBack none(String reason) {
        return new WaysBack(Demand.NONE, reason);
    }

    /**
     * {@return what is asked of the migrations of a history}
     *
     * @param history all there are
     */
    WaysBack in(MigrationHistory history) {
        boolean begun = history.migrations().stream()
                .anyMatch(migration -> migration.wayBack().exists());
        return demand == Demand.AUTO && begun ? REQUIRED : this;
    }

    /** {@return whether a missing one is told of each migration, and not once of all} */
    boolean ofEach() {
        return demand == Demand.REQUIRED;
    }

    /**
     * {@return why a migration needs no way back; null if the project does not say so, or it has one}
     *
     * @param migration which
     */
    public @Nullable String forwardOnly(Migration migration) {
        return migration.wayBack().exists() ? null : reason;
    }

    /**
     * {@return one word on the migrations of a history in which there is no way back yet; nothing if each is asked for its
     * own, or none is}
     *
     * @param history all there are
     * @param rehearsed those of them that are spoken of
     * @param severities how much the project says that it matters
     */
    public Optional<Finding> missing(MigrationHistory history, List<Migration> rehearsed, Severities severities) {
        List<Migration> without = rehearsed.stream().filter(UndoMissing::lacks).toList();
        if (in(history).demand != Demand.AUTO || without.isEmpty()) {
            return Optional.empty();
        }
        Finding finding = new Finding(
                UndoMissing.ID,
                Severity.WARNING,
                "No migration of this project has a way back ("
                        + without.get(0).words().wayBack()
                        + "), so that none can be rehearsed: " + Wording.count(without.size(), "migration")
                        + " without one.",
                "Write the first one; from then on each migration is asked for its own. To ask for them now, set"
                        + " rehearsal.undo=required; if the project only goes forward, say why: rehearsal.undo=none — <reason>",
                without.get(0).script().name(),
                0);
        return Optional.of(severities.weigh(finding));
    }
}
