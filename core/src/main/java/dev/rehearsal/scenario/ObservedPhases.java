package dev.rehearsal.scenario;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.dialect.Observatory;
import dev.rehearsal.dialect.Waiting;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.result.PhaseFacts;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Keeps work of ours apart from phases that are observed on the same server. Safe for use by threads. */
final class ObservedPhases {
    private int observed;
    private boolean working;

    /**
     * Begins to observe once the work under way has ended; none begins before the observation is closed.
     *
     * @throws SQLException if the server refuses, or the wait is interrupted
     */
    Observation observe(Observatory observatory, DatabaseAddress database, ObservationOptions options)
            throws SQLException {
        enter();
        try {
            return new Undisturbed(observatory.begin(database, options), this);
        } catch (SQLException | RuntimeException e) {
            leave();
            throw e;
        }
    }

    /** Does the work now, or leaves it undone: while a phase is observed, and while other work is under way. */
    void work(Runnable work) {
        if (!begin()) {
            return;
        }
        try {
            work.run();
        } finally {
            end();
        }
    }

    /** {@return what the work comes to; where it would disturb, what is done instead} */
    <T> T work(Work<T> work, Work<T> instead) throws SQLException {
        if (!begin()) {
            return instead.run();
        }
        try {
            return work.run();
        } finally {
            end();
        }
    }

    /** Work of ours on the server. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    private synchronized void enter() throws SQLException {
        try {
            while (working) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted before a phase", e);
        }
        observed++;
    }

    private synchronized void leave() {
        observed--;
    }

    private synchronized boolean begin() {
        if (working || observed > 0) {
            return false;
        }
        working = true;
        return true;
    }

    private synchronized void end() {
        working = false;
        notifyAll();
    }

    /** An observation whose end lets other work begin. */
    private record Undisturbed(Observation observation, ObservedPhases phases) implements Observation {
        @Override
        public DataSource migrating() {
            return observation.migrating();
        }

        @Override
        public RunEvents events() {
            return observation.events();
        }

        @Override
        public Waiting waiting() {
            return observation.waiting();
        }

        @Override
        public PhaseFacts finish() {
            return observation.finish();
        }

        @Override
        public void close() {
            try {
                observation.close();
            } finally {
                phases.leave();
            }
        }
    }
}
