package dev.rehearsal.report.format;

import dev.rehearsal.data.Loss;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationFacts.Measured;
import dev.rehearsal.result.MigrationFacts.RoundtripChecks;
import dev.rehearsal.result.MigrationFacts.ScenarioChecks;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.schema.SchemaDifference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Facts in short sentences, the same in every report. */
public final class Facts {
    private Facts() {}

    /**
     * {@return what one phase took: {@code 412 ms}; {@code –} if it was not reached}
     *
     * @param migration any migration
     * @param phase which
     */
    public static String duration(MigrationResult migration, Phase phase) {
        return migration
                .facts()
                .phase(phase)
                .map(p -> DurationText.format(p.facts().durationMs()))
                .orElse("–");
    }

    /**
     * {@return how long the longest lock that blocks was held: {@code 4.2 s}, {@code none} or {@code not measured}}
     *
     * @param migration any migration
     */
    public static String longestLock(MigrationResult migration) {
        return PlacedLock.worst(migration)
                .map(p -> DurationText.format(p.lock().heldMs()))
                .orElse(locksMeasured(migration) ? "none" : "not measured");
    }

    /**
     * {@return the same with its mode and table: {@code 4.2 s (ACCESS EXCLUSIVE on public.users)}}
     *
     * @param migration any migration
     */
    public static String worstLock(MigrationResult migration) {
        String held = longestLock(migration);
        return PlacedLock.worst(migration)
                .map(p -> held + " (" + p.lock().mode().words() + " on "
                        + p.lock().relation() + ")")
                .orElse(held);
    }

    /**
     * {@return how long a canary waited at worst: {@code 4.1 s}, {@code none} where no table was affected that
     * was there before, or {@code not measured}}
     *
     * @param migration any migration
     */
    public static String longestStall(MigrationResult migration) {
        return PlacedStall.worst(migration)
                .map(p -> DurationText.format(p.stall().worstMs()))
                .orElse(stallsMeasured(migration) ? "none" : "not measured");
    }

    /**
     * {@return the same with what had to wait: {@code 4.1 s (SELECT on public.users)}}
     *
     * @param migration any migration
     */
    public static String worstStall(MigrationResult migration) {
        String waited = longestStall(migration);
        return PlacedStall.worst(migration)
                .map(p -> waited + " (" + p.stall().operation() + " on "
                        + p.stall().relation() + ")")
                .orElse(waited);
    }

    /**
     * {@return how long an emergency rollback would block, by its down alone: {@code lock 4.2 s (ACCESS EXCLUSIVE on
     * public.users), stall 4.1 s (SELECT on public.users)}; empty if no down was run}
     *
     * @param migration any migration
     */
    public static Optional<String> rollback(MigrationResult migration) {
        return downAlone(migration).map(down -> "lock " + worstLock(down) + ", stall " + worstStall(down));
    }

    /**
     * {@return how long the downs alone would have held others off, in milliseconds: the longest lock or stall}
     *
     * @param migration any migration
     */
    public static double rollbackMs(MigrationResult migration) {
        return downAlone(migration)
                .map(down -> Math.max(
                        PlacedLock.worst(down).map(p -> p.lock().heldMs()).orElse(0.0),
                        PlacedStall.worst(down).map(p -> p.stall().worstMs()).orElse(0.0)))
                .orElse(0.0);
    }

    /**
     * {@return how much it can hurt, and why: {@code HIGH risk: drops public.users.email}}
     *
     * @param migration any migration
     */
    public static String risk(MigrationResult migration) {
        List<String> reasons = migration.riskReasons();
        return migration.risk() + " risk" + (reasons.isEmpty() ? "" : ": " + Plain.line(String.join(", ", reasons)));
    }

    /**
     * {@return one loss as a sentence: {@code public.users.email: values changed in 12 rows (id=7, id=9)}}
     *
     * @param loss any loss
     */
    public static String loss(Loss loss) {
        String column = loss.column();
        String where = loss.relation() + (column == null ? "" : "." + column) + ": ";
        String rows = Sizes.count(loss.rows(), "row");
        return where
                + switch (loss.kind()) {
                    case ROWS_LOST -> rows + " lost";
                    case ROWS_LEFT_OVER -> rows + " left over";
                    case VALUES_CHANGED -> "values changed in " + rows;
                    case RELATION_GONE -> "gone, with " + rows;
                    case SEQUENCE_BACKWARDS -> "the sequence went backwards";
                    case LARGE_OBJECTS_LOST -> Sizes.count(loss.rows()) + " lost";
                    case LARGE_OBJECTS_LEFT_OVER -> Sizes.count(loss.rows()) + " left over";
                    case LARGE_OBJECTS_CHANGED -> "other bytes in " + Sizes.count(loss.rows());
                    case LARGE_OBJECTS_ALTERED -> "another owner, rights or comment of " + Sizes.count(loss.rows());
                }
                + (loss.sampleKeys().isEmpty() ? "" : " (" + String.join(", ", loss.sampleKeys()) + ")");
    }

    /**
     * {@return one difference as a headline: {@code index public.users_email: missing after the down}}
     *
     * @param difference any difference
     * @param moment {@code after the down}
     */
    public static String difference(SchemaDifference difference, String moment) {
        return difference.object() + ": "
                + switch (difference.change()) {
                    case MISSING -> "missing ";
                    case EXTRA -> "left over ";
                    case ALTERED -> "differs ";
                }
                + moment
                + (difference.cosmetic() ? " (only its position or name)" : "");
    }

    /**
     * {@return a failure as a sentence: {@code ERROR: … (SQLSTATE 42601, V2.sql:3)}}
     *
     * @param failure any failure
     */
    public static String failure(RunFailure failure) {
        String state = failure.sqlState() == null ? "" : "SQLSTATE " + failure.sqlState();
        String place =
                failure.script() == null ? "" : failure.script() + (failure.line() > 0 ? ":" + failure.line() : "");
        String both = state + (state.isEmpty() || place.isEmpty() ? "" : ", ") + place;
        return failure.message() + (both.isEmpty() ? "" : " (" + both + ")");
    }

    /**
     * {@return the differences of a check; none if it was not made}
     *
     * @param check a check, or null
     */
    public static List<SchemaDifference> differences(@Nullable SchemaCheck check) {
        return check == null ? List.of() : check.differences();
    }

    /**
     * {@return the losses of a check; none if it was not made}
     *
     * @param check a check, or null
     */
    public static List<Loss> losses(@Nullable DataCheck check) {
        return check == null ? List.of() : check.losses();
    }

    private static boolean locksMeasured(MigrationResult migration) {
        return !migration.facts().phases().isEmpty()
                && migration.facts().phases().stream().noneMatch(p -> p.facts().locks() == null);
    }

    private static boolean stallsMeasured(MigrationResult migration) {
        return !migration.facts().phases().isEmpty()
                && migration.facts().phases().stream()
                        .filter(p -> p.phase().ofRoundtrip())
                        .noneMatch(p -> p.facts().stalls() == null);
    }

    /** {@return the result as if the downs were all of it} */
    private static Optional<MigrationResult> downAlone(MigrationResult migration) {
        MigrationFacts facts = migration.facts();
        List<PhaseResult> downs = facts.phases().stream()
                .filter(p -> p.phase() == Phase.DOWN || p.phase() == Phase.DOWN_AFTER_USE)
                .toList();
        return downs.isEmpty()
                ? Optional.empty()
                : Optional.of(new MigrationResult(
                        new MigrationFacts(
                                facts.migration(),
                                new Measured(downs, RoundtripChecks.NONE, ScenarioChecks.NONE, List.of(), null),
                                null,
                                List.of(),
                                null,
                                null,
                                null),
                        migration.verdict(),
                        migration.risk(),
                        List.of()));
    }
}
