package dev.rehearsal.junit;

import dev.rehearsal.data.Loss;
import dev.rehearsal.junit.MigrationUnderTest.Steps;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaDifference;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on a migration: on the rows, on what is defined, on how it went, and on what its undo brings back. Each
 * failure says what was expected, what is, which rows offend, and the SQL that shows more.
 */
public class MigrationAssert extends SchemaAssert<MigrationAssert> {
    private static final int NAMED = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    MigrationAssert(MigrationUnderTest migration, Consumer<AssertionError> sink) {
        super(migration, MigrationAssert.class, sink);
    }

    /**
     * Verifies that the last up or down held no lock that readers or writers wait for longer than this. Locks on what it
     * made itself do not count. What could not be measured fails.
     *
     * @param limit the longest that is tolerable
     * @return this
     */
    public MigrationAssert holdsNoLockLongerThan(Duration limit) {
        return judge(() -> {
            PhaseFacts facts = migration().facts();
            List<HeldLock> locks = facts.locks();
            String expected = "no lock that stops readers or writers for more than " + millis(limit);
            if (locks == null || !facts.notMeasured().isEmpty()) {
                return new Discrepancy("locks", expected, "not measured", facts.notMeasured(), null);
            }
            List<HeldLock> tooLong = locks.stream()
                    .filter(lock -> lock.mode().blocksWrites() && !lock.createdHere())
                    .filter(lock -> lock.heldMs() > limit.toNanos() / NANOS_PER_MILLI)
                    .sorted(Comparator.comparingDouble(HeldLock::heldMs).reversed())
                    .toList();
            return tooLong.isEmpty()
                    ? null
                    : new Discrepancy("locks", expected, tooLong.size() + " held for longer", shown(tooLong), null);
        });
    }

    private static List<String> shown(List<HeldLock> locks) {
        return locks.stream()
                .limit(NAMED)
                .map(lock -> String.format(
                        Locale.ROOT,
                        "%s on %s for %.1f ms%s",
                        lock.mode().words(),
                        lock.relation(),
                        lock.heldMs(),
                        lock.line() == null ? "" : ", line " + lock.line()))
                .toList();
    }

    /**
     * Verifies how long the last up or down took.
     *
     * @param limit the longest that is tolerable
     * @return this
     */
    public MigrationAssert takesAtMost(Duration limit) {
        return judge(() -> slower(limit, ""));
    }

    /**
     * Verifies how long the last up or down took in proportion to a table, so that the limit holds for any volume.
     *
     * @param limit the longest that is tolerable for each thousand rows
     * @param table the table whose rows count
     * @return this
     */
    public MigrationAssert takesAtMostPerThousandRowsOf(String table, Duration limit) {
        return check(now -> {
            long rows = now.table(table).rows().all().count();
            return slower(limit.multipliedBy(rows).dividedBy(1000), ", for the " + rows + " rows of " + table);
        });
    }

    private @Nullable Discrepancy slower(Duration limit, String why) {
        double took = migration().facts().durationMs();
        return took <= limit.toNanos() / NANOS_PER_MILLI
                ? null
                : new Discrepancy(
                        "duration",
                        "at most " + millis(limit) + why,
                        String.format(Locale.ROOT, "%.1f ms", took),
                        null);
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / NANOS_PER_MILLI);
    }

    /**
     * Verifies that the undo brought the schema back, all that the catalogue holds; the positions of columns and the names
     * of constraints and indexes apart.
     *
     * @return this
     */
    public MigrationAssert restoredSchema() {
        requireDown("restoredSchema()");
        return judge(() -> {
            List<SchemaDifference> differences =
                    SchemaComparison.differences(
                                    migration().before().schema(),
                                    migration().stage().schema())
                            .stream()
                            .filter(difference -> !difference.cosmetic() && !isOurMark(difference))
                            .toList();
            return differences.isEmpty()
                    ? null
                    : new Discrepancy(
                            "the schema",
                            "as before up()",
                            differences.size() + " differences",
                            differences.stream()
                                    .limit(NAMED)
                                    .map(MigrationAssert::shown)
                                    .toList(),
                            null);
        });
    }

    /** The comment that each database of ours bears is not the project's. */
    private static boolean isOurMark(SchemaDifference difference) {
        return isOurMark(difference.before()) && isOurMark(difference.after());
    }

    private static boolean isOurMark(@Nullable String comment) {
        return comment != null && comment.startsWith("made by Rehearsal and dropped by it");
    }

    private static String shown(SchemaDifference difference) {
        return difference.object()
                + switch (difference.change()) {
                    case MISSING -> " is missing";
                    case EXTRA -> " is left over";
                    case ALTERED -> " was " + difference.before() + " and is " + difference.after();
                };
    }

    /**
     * Verifies that the undo brought back what the tables and sequences held.
     *
     * @return this
     */
    public MigrationAssert restoredData() {
        requireDown("restoredData()");
        return judge(() -> {
            Stage before = migration().before();
            Stage stage = migration().stage();
            List<Loss> losses =
                    stage.dialect().data().losses(before.dataSource(), before.data(), stage.dataSource(), stage.data());
            return losses.isEmpty()
                    ? null
                    : new Discrepancy(
                            "the data",
                            "as before up()",
                            losses.size() + " losses",
                            losses.stream()
                                    .limit(NAMED)
                                    .map(MigrationAssert::shown)
                                    .toList(),
                            question(losses.get(0)));
        });
    }

    private static @Nullable String question(Loss loss) {
        return switch (loss.kind()) {
            case LARGE_OBJECTS_LOST, LARGE_OBJECTS_LEFT_OVER, LARGE_OBJECTS_CHANGED, LARGE_OBJECTS_ALTERED -> null;
            default -> "SELECT * FROM " + loss.relation();
        };
    }

    private static String shown(Loss loss) {
        String where = loss.relation() + (loss.column() == null ? "" : "." + loss.column());
        String what = switch (loss.kind()) {
            case ROWS_LOST -> loss.rows() + " rows are gone";
            case ROWS_LEFT_OVER -> loss.rows() + " rows are left over";
            case VALUES_CHANGED -> loss.rows() + " values differ";
            case RELATION_GONE -> "is gone, with " + loss.rows() + " values";
            case SEQUENCE_BACKWARDS -> "will hand out numbers again";
            case LARGE_OBJECTS_LOST -> loss.rows() + " are gone";
            case LARGE_OBJECTS_LEFT_OVER -> loss.rows() + " are left over";
            case LARGE_OBJECTS_CHANGED -> loss.rows() + " hold other bytes";
            case LARGE_OBJECTS_ALTERED -> loss.rows() + " have another owner, other rights or another comment";
        };
        return where + ": " + what + (loss.sampleKeys().isEmpty() ? "" : " " + loss.sampleKeys());
    }

    private void requireDown(String what) {
        if (migration().steps() != Steps.DOWN) {
            throw migration().misuse(what + " speaks of the undo: call up() and down() first", null);
        }
    }
}
