package dev.rehearsal.scenario;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.dialect.SchemaReader;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.PhaseResult;
import dev.rehearsal.result.SchemaCheck;
import dev.rehearsal.scenario.Scenario.Course;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaSnapshot;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The main scenario: up, down and up again, from a stage at the version before. It leaves the stage at the migration's
 * version, whatever the undo did: where the way back failed, the stage is laid anew from a copy.
 */
public final class Roundtrip {
    private final MigrationRunner runner;
    private final PhaseRunner phases;
    private final PhaseRunner apart;
    private final Duration statementTimeout;
    private final VolumeProfile volume;
    private final List<Scenario> followers;

    /**
     * Makes the scenario.
     *
     * @param runner applies and undoes
     * @param statementTimeout when a statement that does not end is cancelled
     * @param volume how large the tables are in production
     * @param followers what is rehearsed after it, on copies of its stages
     */
    public Roundtrip(
            MigrationRunner runner, Duration statementTimeout, VolumeProfile volume, List<Scenario> followers) {
        this.runner = runner;
        this.phases = new PhaseRunner(runner);
        this.apart = new PhaseRunner(runner.apart());
        this.statementTimeout = statementTimeout;
        this.volume = volume;
        this.followers = List.copyOf(followers);
    }

    /**
     * Rehearses one migration.
     *
     * @param migration which
     * @param stage a database at the version before it; it is used up
     * @return what was measured, and the stage at the migration's version, or what broke it off
     * @throws SQLException if the server fails before anything is measured; what a script's own failure is, is a fact
     */
    public Outcome rehearse(Migration migration, Stage stage) throws SQLException {
        Stage before = stage.copy(); // first: copying writes all to the log, which is asked later what was written
        @Nullable Gathering gathering = null;
        try {
            @Nullable
            DataFingerprint data = !migration.wayBack().exists() || !stage.has(Instrument.DATA) ? null : stage.data();
            List<TableSize> sizes = data == null ? stage.sizes() : stage.sizes(data);
            Watchlist watchlist = new Watchlist(
                    sizes, migration, statementTimeout, stage.pool().ignored());
            gathering = new Gathering(
                    new MigrationFactsBuilder(migration, stage.facts(sizes, volume)).hangs(runner.hangs(migration)),
                    watchlist,
                    new LeftBehindSearch(before, data),
                    new StageSchemas());
            if (data != null) {
                gathering.facts().notMeasured("before the up: ", Unread.data(sizes, data));
            }
            Unread.forWantOfInstruments(stage, migration, gathering.facts());
            return rehearse(migration, stage, new Start(before, data, sizes), gathering);
        } catch (SQLException | RuntimeException | Error e) {
            before.close();
            if (gathering == null) {
                throw e;
            }
            gathering.facts().notMeasured("what comes after this: the rehearsal broke off: " + e);
            return new Outcome(gathering.facts().build(), null, null, e);
        }
    }

    private Outcome rehearse(Migration migration, Stage stage, Start start, Gathering gathering) throws SQLException {
        MigrationFactsBuilder facts = gathering.facts();
        DataFingerprint data = start.data();
        boolean clean = !migration.wayBack().exists()
                ? onlyUp(migration, stage, start.stage(), gathering)
                : upDownUp(migration, stage, start, data, gathering);
        if (facts.has(Phase.UP) && !facts.passedOver()) {
            Stage after = facts.restored() ? stage : null;
            Watchlist watchlist = gathering.watchlist();
            follow(
                    followers.iterator(),
                    new Course(migration, start.stage(), after, facts, watchlist, gathering.schemas()));
        }
        return leave(migration, clean, stage, start.stage(), gathering);
    }

    /** Each is waited for only when all others have been rehearsed. */
    private static void follow(Iterator<Scenario> followers, Course course) throws SQLException {
        if (followers.hasNext()) {
            Scenario next = followers.next();
            Scenario.Pending pending = next.begin(course);
            try {
                follow(followers, course);
            } finally {
                pending.end();
            }
        }
    }

    private Outcome leave(Migration migration, boolean clean, Stage stage, Stage before, Gathering gathering)
            throws SQLException {
        if (clean) {
            before.close();
            return new Outcome(gathering.facts().build(), stage);
        }
        stage.close();
        if (!gathering.facts().has(Phase.UP)) {
            return new Outcome(gathering.facts().build(), null, before, null);
        }
        Stage next = advance(migration, before, gathering);
        return new Outcome(gathering.facts().build(), next);
    }

    /** {@return whether the stage is now just as after a single up} */
    private boolean upDownUp(
            Migration migration, Stage stage, Start start, @Nullable DataFingerprint dataBefore, Gathering gathering)
            throws SQLException {
        try (SchemaReader schemas = stage.schemas()) {
            SchemaSnapshot schemaBefore = schemas.read();
            gathering.remains().startFrom(schemaBefore);
            gathering.facts().notMeasured("before the up: ", Unread.definitions(start.sizes(), schemaBefore));
            if (!passes(Phase.UP, migration, stage, gathering)) {
                return false;
            }
            if (gathering.facts().passedOver()) {
                return true; // nothing of it is there that could be taken back
            }
            SchemaSnapshot schemaAfter = schemas.read();
            gathering.remains().startFrom(schemaAfter);
            Comparisons.untold(schemaBefore, schemaAfter, gathering.facts());
            if (!passes(Phase.DOWN, migration, stage, gathering)) {
                return false;
            }
            SchemaSnapshot schemaUndone = schemas.read();
            gathering.remains().startFrom(schemaUndone);
            SchemaCheck schema = new SchemaCheck(SchemaComparison.differences(schemaBefore, schemaUndone));
            @Nullable
            DataCheck data =
                    dataBefore == null ? null : Comparisons.data(start.stage(), dataBefore, stage, gathering.facts());
            gathering.facts().afterDown(schema, data);
            if (!passes(Phase.UP_AGAIN, migration, stage, gathering)) {
                return false;
            }
            SchemaSnapshot schemaAgain = schemas.read();
            gathering.schemas().read(schemaBefore, schemaAgain);
            SchemaCheck again = new SchemaCheck(SchemaComparison.differences(schemaAfter, schemaAgain));
            gathering.facts().afterUpAgain(again);
            // what nobody has compared is not taken for equal
            return schema.identical() && data != null && data.identical() && again.identical();
        }
    }

    /**
     * Without a way back there is no second up on the stage: a copy of the one before is looked into, and what that leaves on
     * the server is taken away, before the stage goes up. Where that may not be done, the only up is looked into.
     */
    private boolean onlyUp(Migration migration, Stage stage, Stage before, Gathering gathering) throws SQLException {
        Optional<PhaseResult> looked = AheadOfTime.run(
                before,
                List.of(migration),
                copy -> apart.run(
                        Phase.UP_FINAL, migration, copy, gathering.watchlist().attributing()));
        if (looked.isEmpty()) {
            return passes(Phase.UP, migration, stage, gathering, true);
        }
        boolean passed = passes(Phase.UP, migration, stage, gathering);
        RunFailure failure = looked.get().failure();
        if (passed && failure == null) {
            gathering.facts().phase(looked.get());
        } else if (passed && failure != null) {
            gathering.facts().notMeasured("what the up does: it failed while it was traced: " + failure.message());
        }
        return passed;
    }

    private boolean passes(Phase phase, Migration migration, Stage stage, Gathering gathering) throws SQLException {
        return passes(phase, migration, stage, gathering, phase.lookedInto());
    }

    private boolean passes(Phase phase, Migration migration, Stage stage, Gathering gathering, boolean lookInto)
            throws SQLException {
        Watchlist watchlist = gathering.watchlist();
        PhaseResult result = lookInto
                ? apart.run(phase, migration, stage, watchlist.attributing())
                : phases.run(phase, migration, stage, watchlist.options());
        gathering
                .facts()
                .phase(
                        result.failure() == null
                                ? result
                                : result.leaving(gathering.remains().of(phase, stage, migration.transactional())));
        watchlist.remember(result);
        if (phase == Phase.UP) {
            watchlist.learnFrom(result);
            if (result.failure() == null) {
                gathering.facts().afterUp(FilledTables.unfilled(stage.sizes(), volume));
            }
        }
        return result.failure() == null;
    }

    /** An up that could not be undone and done again still tells what its statements do. */
    private @Nullable Stage advance(Migration migration, Stage before, Gathering gathering) throws SQLException {
        MigrationFactsBuilder facts = gathering.facts();
        PhaseResult last = apart.run(
                Phase.UP_FINAL, migration, before, gathering.watchlist().attributing());
        facts.phase(last);
        if (last.failure() != null) {
            before.close();
            return null;
        }
        return before;
    }

    /**
     * A copy of the stage before the up, what it holds, null if nothing will lead back to it, and how much by another
     * count.
     */
    private record Start(Stage stage, @Nullable DataFingerprint data, List<TableSize> sizes) {}

    /** What grows while the phases run. */
    private record Gathering(
            MigrationFactsBuilder facts, Watchlist watchlist, LeftBehindSearch remains, StageSchemas schemas) {}
}
