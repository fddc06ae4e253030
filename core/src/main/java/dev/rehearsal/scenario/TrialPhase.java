package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.dialect.Specimen.Trial;
import dev.rehearsal.dialect.Specimen.TrialStatement;
import dev.rehearsal.lock.HeldLock;
import dev.rehearsal.lock.Operation;
import dev.rehearsal.lock.Stall;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunSessions;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.result.Effect;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.result.StatementEffects;
import dev.rehearsal.result.StatementFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A migration of ours that locks a table for a while, and whether the observer tells of all that it did. */
final class TrialPhase {
    /** How long the lock is held; longer if the machine is so busy that a canary slept through it. */
    private static final List<Duration> HOLDS =
            List.of(Duration.ofMillis(50), Duration.ofMillis(250), Duration.ofMillis(1500));

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final Trial trial;
    private final PhaseFacts facts;
    private final double heldMs;
    private final List<String> unseen = new ArrayList<>();

    private TrialPhase(Trial trial, PhaseFacts facts, Duration hold) {
        this.trial = trial;
        this.facts = facts;
        this.heldMs = hold.toNanos() / 1e6;
    }

    /**
     * {@return what was not seen though it happened; empty as soon as all was in one try}
     *
     * @param filled a database that holds the specimen; it is used up
     */
    static List<String> unseen(Stage filled) throws SQLException {
        List<String> unseen = attempt(filled, HOLDS.get(0));
        for (int i = 1; i < HOLDS.size() && !unseen.isEmpty(); i++) {
            try (Stage fresh = filled.pool().empty()) {
                fresh.dialect().specimen().fill(fresh.dataSource());
                unseen = attempt(fresh, HOLDS.get(i));
            }
        }
        return unseen;
    }

    private static List<String> attempt(Stage stage, Duration hold) throws SQLException {
        Trial trial = stage.dialect().specimen().trial();
        return new TrialPhase(trial, perform(stage, trial, hold), hold).unseen();
    }

    private static PhaseFacts perform(Stage stage, Trial trial, Duration hold) throws SQLException {
        ObservationOptions options = new ObservationOptions(true, List.of(trial.table()), TIMEOUT, true, Set.of());
        try (Observation observation = stage.observe(options)) {
            try (Connection connection = observation.migrating().getConnection()) {
                connection.setAutoCommit(false);
                int line = 0;
                for (TrialStatement trialed : trial.statements()) {
                    run(observation, connection, new RunStatement("a trial of ours", ++line, trialed.sql()));
                }
                TimeUnit.NANOSECONDS.sleep(hold.toNanos());
                connection.commit();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SQLException("Interrupted while a lock was held on trial", e);
            }
            return observation.finish();
        }
    }

    private static void run(Observation observation, Connection connection, RunStatement told) throws SQLException {
        RunSession session = RunSessions.of(connection);
        observation.events().beforeStatement(told, session);
        boolean failed = true;
        try (Statement statement = connection.createStatement()) {
            statement.execute(told.sql());
            failed = false;
        } finally {
            observation.events().afterStatement(told, session, failed);
        }
    }

    private List<String> unseen() {
        facts.notMeasured().forEach(why -> unseen.add("the observer: " + why));
        if (facts.statements().size() == trial.statements().size()) {
            for (int i = 0; i < trial.statements().size(); i++) {
                statement(trial.statements().get(i), facts.statements().get(i));
            }
        } else {
            unseen.add("the observer saw " + facts.statements().size() + " of "
                    + trial.statements().size() + " statements");
        }
        used();
        locked();
        return List.copyOf(unseen);
    }

    private void statement(TrialStatement trialed, StatementFacts seen) {
        StatementEffects effects = seen.effects();
        Set<Effect.Kind> missing = new TreeSet<>(trialed.does());
        if (effects != null) {
            effects.catalogue().forEach(effect -> missing.remove(effect.kind()));
        }
        if (effects == null || !missing.isEmpty()) {
            unseen.add("the observer does not tell the effects of a statement: " + missing + " of " + trialed.sql());
        }
        boolean rewrites = trialed.does().contains(Effect.Kind.TABLE_REWRITTEN);
        if (rewrites && seen.rewrites() != null && seen.rewrites().isEmpty()) {
            unseen.add("the observer does not tell that a table was written anew by " + trialed.sql());
        }
        if (!trialed.does().isEmpty() && (seen.walBytes() == null || seen.walBytes() == 0)) {
            unseen.add("the observer does not tell what was written to the log by " + trialed.sql());
        }
    }

    private void used() {
        boolean told = facts.statements().stream()
                .map(StatementFacts::effects)
                .flatMap(effects -> effects == null || effects.uses() == null ? null : effects.uses().stream())
                .anyMatch(use -> use.table().equals(table()) && use.written() > 0);
        if (!told) {
            unseen.add("the observer does not tell that rows of " + table() + " were written");
        }
    }

    private void locked() {
        List<HeldLock> locks = facts.locks();
        boolean seen = locks != null
                && locks.stream()
                        .anyMatch(lock -> lock.relation().equals(table())
                                && lock.mode().blocksReads()
                                && !lock.createdHere()
                                && lock.heldMs() >= heldMs / 2);
        if (!seen) {
            unseen.add("the observer did not see a lock on " + table() + " that was held for " + Math.round(heldMs)
                    + " ms");
        }
        Set<Operation> stalled = facts.stalls() == null
                ? Set.of()
                : facts.stalls().stream()
                        .filter(stall -> stall.relation().equals(table()) && stall.worstMs() >= heldMs / 2)
                        .map(Stall::operation)
                        .collect(Collectors.toSet());
        if (stalled.size() < Operation.values().length) {
            unseen.add("the canaries on " + table() + " did not stall while it was locked for " + Math.round(heldMs)
                    + " ms");
        }
    }

    private String table() {
        return trial.table().toString();
    }
}
