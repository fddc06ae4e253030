package dev.rehearsal.sql;

import dev.rehearsal.migration.Applied;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.sql.HistoryTable.Standing;
import dev.rehearsal.sql.LayoutFiles.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Goes up and down, one version after the other: the history says where to before a file is sent, and that it is there
 * afterwards. What fails in between stays dirty, and the tool refuses to go on.
 */
final class VersionRun {
    private final Layout layout;
    private final SqlHistory history;
    private final ScriptRun run;
    private final HistoryTable table;

    VersionRun(Layout layout, SqlHistory history, ScriptRun run) {
        this.layout = layout;
        this.history = history;
        this.run = run;
        this.table = layout.table();
    }

    @Nullable
    RunFailure up(DataSource database, long target, RunEvents events) {
        return on(database, connection -> {
            long current = clean(connection);
            for (Version version : history.versions()) {
                if (version.number() > current && version.number() <= target) {
                    table.write(connection, version.number(), true);
                    RunFailure failure = run.send(connection, version.up(), events);
                    if (failure != null) {
                        return failure;
                    }
                    table.write(connection, version.number(), false);
                }
            }
            return null;
        });
    }

    @Nullable
    RunFailure down(DataSource database, Version version, RunEvents events) {
        return on(database, connection -> {
            if (version.down() == null) {
                throw new IllegalArgumentException("Version " + version.number() + " has no way back");
            }
            long current = clean(connection);
            if (current != version.number()) {
                return refused("The newest version is " + current + ", not " + version.number() + ".");
            }
            long before = history.before(version.number());
            table.write(connection, before, true);
            RunFailure failure = run.send(connection, version.down(), events);
            if (failure == null) {
                table.write(connection, before, false);
            }
            return failure;
        });
    }

    /** What an operator does: the version before the one that failed is forced. */
    @Nullable
    RunFailure repair(DataSource database) {
        return on(database, connection -> {
            Optional<Standing> dirty = table.read(connection).filter(Standing::dirty);
            if (dirty.isPresent()) {
                table.write(connection, history.before(dirty.get().version()), false);
            }
            return null;
        });
    }

    RunState state(DataSource database, long number) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Optional<Standing> standing = table.read(connection);
            if (standing.isEmpty()
                    || (standing.get().version() < number && !standing.get().dirty())) {
                return RunState.PENDING;
            }
            boolean stuck = standing.get().dirty() && standing.get().version() <= number;
            return stuck ? RunState.FAILED : RunState.APPLIED;
        }
    }

    Applied applied(DataSource database, String upTo) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Optional<Standing> standing = table.read(connection);
            long at = standing.map(Standing::version).orElse(HistoryTable.NOTHING);
            long end = Long.parseLong(upTo);
            List<String> missing = history.versions().stream()
                    .filter(version -> version.number() > at && version.number() <= end)
                    .map(Version::shown)
                    .toList();
            boolean known = history.versions().stream().anyMatch(version -> version.number() == at);
            boolean beyond = at != HistoryTable.NOTHING && (at > end || !known);
            boolean dirty = standing.filter(Standing::dirty).isPresent();
            String shown = Long.toString(at);
            return new Applied(dirty ? List.of(shown) : List.of(), missing, beyond ? List.of(shown) : List.of());
        }
    }

    private long clean(Connection connection) throws SQLException {
        table.make(connection);
        Optional<Standing> standing = table.read(connection);
        if (standing.filter(Standing::dirty).isPresent()) {
            throw new DirtyException("Dirty database version " + standing.get().version() + ". Fix and force version: "
                    + layout.tool() + " refuses to go on after a failure.");
        }
        return standing.map(Standing::version).orElse(HistoryTable.NOTHING);
    }

    private static RunFailure refused(String why) {
        return new RunFailure(why, null, null, null, 0, null);
    }

    private static @Nullable RunFailure on(DataSource database, Work work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            return work.of(connection);
        } catch (DirtyException e) {
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
    private static final class DirtyException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String why;

        DirtyException(String why) {
            super(why);
            this.why = why;
        }
    }
}
