package dev.rehearsal.sql;

import dev.rehearsal.migration.Applied;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.sql.HistoryTable.Standing;
import dev.rehearsal.sql.HistoryTable.Step;
import dev.rehearsal.sql.Traits.Booking;
import dev.rehearsal.sql.Way.Message;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Goes up and down, one version after the other, and has the history written when the tool writes it. */
final class VersionRun {
    private final Traits traits;
    private final List<Version> versions;
    private final ScriptRun run;
    private final HistoryTable table;

    VersionRun(Traits traits, List<Version> versions, ScriptRun run) {
        this.traits = traits;
        this.versions = versions;
        this.run = run;
        this.table = traits.table();
    }

    /** Up to a version, or all. */
    @Nullable
    RunFailure up(DataSource database, @Nullable String target, RunEvents events) {
        int last = target == null ? versions.size() - 1 : Version.indexOf(versions, target);
        return on(database, connection -> {
            List<String> applied = standing(connection).applied();
            List<Version> pending = versions.subList(0, last + 1).stream()
                    .filter(version -> !applied.contains(version.key()))
                    .toList();
            if (pending.isEmpty()) {
                return null;
            }
            boolean together = traits.booking() == Booking.TOGETHER;
            connection.setAutoCommit(!together);
            RunFailure failure = null;
            for (Version version : pending) {
                failure = failure == null ? step(connection, step(version, true), events) : failure;
            }
            return together
                    ? ScriptRun.ended(
                            connection, pending.get(pending.size() - 1).up().script(), failure)
                    : failure;
        });
    }

    @Nullable
    RunFailure down(DataSource database, Version version, RunEvents events) {
        if (version.down() == null) {
            throw new IllegalArgumentException("Version " + version.key() + " has no way back");
        }
        return on(database, connection -> {
            List<String> applied = standing(connection).applied();
            String newest = applied.isEmpty() ? "none" : applied.get(applied.size() - 1);
            return newest.equals(version.key())
                    ? step(connection, step(version, false), events)
                    : refused("The newest version is " + newest + ", not " + version.key() + ".");
        });
    }

    private Step step(Version version, boolean up) {
        int at = Version.indexOf(versions, version.key());
        return new Step(version, up, at == 0 ? null : versions.get(at - 1));
    }

    private @Nullable RunFailure step(Connection connection, Step step, RunEvents events) throws SQLException {
        Way way = step.up() ? step.version().up() : step.version().down();
        if (way == null) {
            throw new IllegalStateException("Version " + step.version().key() + " has no way back");
        }
        boolean own = way.transaction() && connection.getAutoCommit();
        if (own) {
            connection.setAutoCommit(false);
        }
        RunFailure failure = null;
        try {
            failure = messages(connection, step, way, events);
            if (failure == null && traits.booking() != Booking.AFTER) {
                table.end(connection, step);
            }
        } catch (SQLException e) {
            failure = new RunFailure(ScriptRun.fault(e, null), way.script().name(), 0, null);
        }
        failure = own ? ScriptRun.ended(connection, way.script(), failure) : failure;
        if (failure == null && traits.booking() == Booking.AFTER) {
            table.end(connection, step);
        } else if (failure != null) {
            told(connection, step, failure);
        }
        return failure;
    }

    private @Nullable RunFailure messages(Connection connection, Step step, Way way, RunEvents events)
            throws SQLException {
        table.begin(connection, step);
        List<Message> messages = way.messages();
        for (int i = table.resumed(connection, step); i < messages.size(); i++) {
            RunFailure failure = run.send(connection, way.script(), messages.get(i), events);
            if (failure != null) {
                return failure;
            }
            table.sent(connection, step, i + 1);
        }
        return null;
    }

    /** Where the connection is lost, the history says nothing of it either. */
    private void told(Connection connection, Step step, RunFailure failure) {
        try {
            if (connection.getAutoCommit()) {
                table.fail(connection, step, failure);
            }
        } catch (SQLException e) {
            // the failure tells already what has happened to the connection
        }
    }

    @Nullable
    RunFailure repair(DataSource database) {
        return on(database, connection -> {
            table.repair(connection, versions);
            return null;
        });
    }

    RunState state(DataSource database, String key) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Standing standing = table.read(connection, versions);
            if (standing.failed().contains(key)) {
                return RunState.FAILED;
            }
            return standing.applied().contains(key) ? RunState.APPLIED : RunState.PENDING;
        }
    }

    Applied applied(DataSource database, String upTo) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Standing standing = table.read(connection, versions);
            int end = Version.indexOf(versions, upTo);
            List<String> missing = keys(versions.subList(0, end + 1)).stream()
                    .filter(key -> !standing.applied().contains(key))
                    .toList();
            List<String> beyond = new ArrayList<>(keys(versions.subList(end + 1, versions.size())));
            beyond.retainAll(standing.applied());
            beyond.addAll(standing.unknown());
            return new Applied(standing.failed().stream().limit(1).toList(), missing, beyond);
        }
    }

    private static List<String> keys(List<Version> some) {
        return some.stream().map(Version::key).toList();
    }

    private Standing standing(Connection connection) throws SQLException {
        table.make(connection);
        Standing standing = table.read(connection, versions);
        if (standing.refusal() != null) {
            throw new RefusedException(standing.refusal());
        }
        return standing;
    }

    private static RunFailure refused(String why) {
        return new RunFailure(why, null, null, null, 0, null);
    }

    private static @Nullable RunFailure on(DataSource database, Work work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            return work.of(connection);
        } catch (RefusedException e) {
            return refused(e.why);
        } catch (SQLException e) {
            return new RunFailure(ScriptRun.fault(e, null), null, 0, null);
        }
    }

    @FunctionalInterface
    private interface Work {
        @Nullable
        RunFailure of(Connection connection) throws SQLException;
    }

    /** The history says that something failed. */
    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String why;

        RefusedException(String why) {
            super(why);
            this.why = why;
        }
    }
}
