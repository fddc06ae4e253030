package dev.rehearsal.scenario;

import dev.rehearsal.migration.Fault.Concerned;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.Script;
import dev.rehearsal.result.FailedUps;
import dev.rehearsal.result.FailedUps.Helped;
import dev.rehearsal.result.FailedUps.Whose;
import dev.rehearsal.result.LeftBehind;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.TakenRows;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Goes on behind an up that failed on the rows it met: rehearses it without these rows; where that does not help, on a
 * stage that holds only what migrations insert; and at last in one run with all versions before it. Where nothing helps, the
 * up cannot be applied at all.
 */
public final class AfterFailedUp {
    /** Each attempt can meet another constraint, or one more row that the server names one by one. */
    private static final int ATTEMPTS = 5;

    private static final List<String> ON_ROWS =
            List.of("the up on filled tables: it fails there, and was rehearsed on empty ones");
    private static final List<String> BY_ITSELF =
            List.of("the up by itself: it goes up only in one run with the versions before it");

    private static final List<String> BEFORE_THEM =
            List.of("the up by itself: it goes up only before repeatable scripts that are newer");

    private final Roundtrip roundtrip;
    private final UnfilledStages unfilled;
    private final VolumeProfile volume;

    /**
     * Makes it.
     *
     * @param roundtrip rehearses the migration once more
     * @param unfilled makes the stages to try it on last
     * @param volume what the project says of production's rows
     */
    public AfterFailedUp(Roundtrip roundtrip, UnfilledStages unfilled, VolumeProfile volume) {
        this.roundtrip = roundtrip;
        this.unfilled = unfilled;
        this.volume = volume;
    }

    /**
     * {@return how it went on: with a stage at the migration's version, and with the failures in the facts; what failed at
     * first if nothing helps}
     *
     * @param migration which
     * @param previous the one before it; null if it is the first
     * @param failed how its rehearsal ended; its stage before the up is used up
     * @throws SQLException if the server fails
     */
    public Outcome goOn(Migration migration, @Nullable Migration previous, Outcome failed) throws SQLException {
        if (failed.facts().phase(Phase.UP).filter(up -> up.facts().timedOut()).isPresent()) {
            return closed(failed); // it would not end this time either
        }
        List<RunFailure> failures = new ArrayList<>();
        Map<String, Long> taken = new LinkedHashMap<>();
        Outcome last = failed;
        while (last.before() != null && last.upFailure() != null && failures.size() < ATTEMPTS) {
            RunFailure failure = last.upFailure();
            Stage before = last.before();
            RunFailure asked = before.askable(failure);
            List<TakenRows> out = again(failures, failure) ? List.of() : before.takeOut(failure);
            out = out.isEmpty() ? before.takeOut(upTo(failure), failure) : out;
            failures.add(asked);
            out.forEach(rows -> taken.merge(rows.table(), rows.rows(), Long::sum));
            last = out.isEmpty() ? closed(last) : roundtrip.rehearse(migration, before);
        }
        if (last.stage() == null && last.thrown() == null) {
            closed(last);
            return unfilled(migration, previous, failed, failures);
        }
        FailedUps rejected = failed(failures, rows(taken), Helped.ROWS_TAKEN, failed);
        boolean theirs = rejected.whose() == Whose.OURS
                && !failures.isEmpty()
                && unfilled.failsThere(migration, previous, rejected.first());
        return with(theirs ? rejected.of(Whose.MIGRATIONS) : rejected, last, List.of());
    }

    /** Where the server names one row at a time, the same statement would fail on the next. */
    private static boolean again(List<RunFailure> failures, RunFailure failure) {
        return failures.stream()
                .anyMatch(earlier -> earlier.kind() == failure.kind() && Objects.equals(earlier.sql(), failure.sql()));
    }

    /** {@return the statements of a script up to the one that failed; none if that is not known} */
    private List<String> upTo(RunFailure failure) {
        String failed = failure.sql();
        if (failed == null) {
            return List.of();
        }
        Stream<String> before = unfilled.runner().statements().entrySet().stream()
                .filter(script -> script.getKey().name().equals(failure.script()))
                .flatMap(script -> script.getValue().statements().stream())
                .takeWhile(statement -> statement.line() <= failure.line()
                        && !failed.strip().endsWith(statement.sql().strip())) // comments may stand before it
                .map(RunStatement::sql);
        return Stream.concat(before, Stream.of(failed)).toList();
    }

    private Outcome unfilled(
            Migration migration, @Nullable Migration previous, Outcome failed, List<RunFailure> failures)
            throws SQLException {
        if (failures.isEmpty()) { // it went up once, and only then did not
            Stage after = unfilled.at(migration);
            return after == null ? failed : new Outcome(failed.facts(), after);
        }
        Stage before = unfilled.at(previous);
        if (before == null) {
            return failed;
        }
        Outcome outcome = roundtrip.rehearse(migration, before);
        if (outcome.upFailure() == null) {
            return with(failed(failures, List.of(), Helped.EMPTIED, failed), outcome, ON_ROWS);
        }
        closed(outcome);
        Stage after = unfilled.at(migration);
        if (after == null) {
            return failed;
        }
        List<String> inItsWay = unfilled.inItsWay(migration, previous).stream()
                .map(Script::name)
                .toList();
        FailedUps together = failed(failures, List.of(), Helped.TOGETHER, null).inTheWay(inItsWay);
        return with(together, new Outcome(failed.facts(), after), inItsWay.isEmpty() ? BY_ITSELF : BEFORE_THEM);
    }

    private FailedUps failed(List<RunFailure> failures, List<TakenRows> taken, Helped helped, @Nullable Outcome first) {
        Concerned concerned = failures.get(0).fault().concerned();
        QualifiedName table = concerned.relation();
        boolean described = table != null && volume.describes(table, concerned.column());
        LeftBehind left = first == null
                ? null
                : first.facts().phase(Phase.UP).map(PhaseResult::left).orElse(null);
        return new FailedUps(failures, taken, helped, described ? Whose.DESCRIBED : Whose.OURS, List.of(), left);
    }

    private static Outcome with(FailedUps failed, Outcome outcome, List<String> notMeasured) {
        return new Outcome(
                outcome.facts().after(failed).unmeasured(notMeasured),
                outcome.stage(),
                outcome.before(),
                outcome.thrown());
    }

    private static List<TakenRows> rows(Map<String, Long> taken) {
        return taken.entrySet().stream()
                .map(entry -> new TakenRows(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Of an outcome that leads nowhere, the stage before the up goes. */
    private static Outcome closed(Outcome outcome) {
        if (outcome.before() != null) {
            outcome.before().close();
        }
        return new Outcome(outcome.facts(), outcome.stage(), null, outcome.thrown());
    }
}
