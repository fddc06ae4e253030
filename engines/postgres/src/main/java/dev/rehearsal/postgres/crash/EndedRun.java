package dev.rehearsal.postgres.crash;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Crashes.Run;
import dev.rehearsal.dialect.Crashes.Told;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.SessionListener;
import dev.rehearsal.observe.MigratingSource;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.result.CrashPoint.When;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Ends the session that runs the script when its moment has come; at the end all sessions of the runner. */
final class EndedRun implements Run, RunEvents, SessionListener {
    private final DatabaseAddress address;
    private final CrashPoint point;
    private final Collection<QualifiedName> tables;
    private final MigratingSource source;
    private final List<Told> told = new ArrayList<>();
    private long worker;
    private @Nullable CommitWatch ambush;
    private boolean happened;
    /** Whether a migration may send statements of which nothing is told: what else is written is the runner's own. */
    private boolean untold;

    private @Nullable SQLException failure;

    EndedRun(DatabaseAddress address, CrashPoint point, Collection<QualifiedName> tables) {
        this.address = address;
        this.point = point;
        this.tables = List.copyOf(tables);
        this.source = CrashConnections.watched(address, this);
    }

    @Override
    public void beforeStatement(RunStatement statement, @Nullable RunSession session) {
        if (statement.script().equals(point.script())) {
            told.add(new Told(statement, false));
            attempt(() -> {
                if (session == null) {
                    throw new SQLException("a statement ran on a connection that is not watched");
                }
                worker = session.id();
                if (isNow(When.BEFORE)) {
                    end(List.of(worker));
                } else if (isNow(When.DURING)) {
                    ambush = CommitWatch.lay(address, worker, Backend.transaction(session), tables);
                }
            });
        }
    }

    @Override
    public void afterStatement(RunStatement statement, @Nullable RunSession session, boolean failed) {
        if (statement.script().equals(point.script())) {
            attempt(() -> {
                CommitWatch laid = ambush;
                if (laid != null) {
                    ambush = null;
                    happened = laid.finish();
                } else if (isNow(When.AFTER)) {
                    end(List.of(worker));
                }
            });
        }
    }

    @Override
    public void untold(BooleanSupplier own) {
        untold = true;
    }

    @Override
    public void ending(RunSession session, End end) {
        if (end != End.COMMIT) {
            return;
        }
        attempt(() -> {
            if (untold && worker == 0 && point.statement() == 0 && Backend.writes(session)) {
                worker = session.id(); // a Java migration tells of no statement
            }
            if (point.when() == When.BEFORE_COMMIT && isWorker(session)) {
                end(List.of(worker));
            }
        });
    }

    @Override
    public void ended(RunSession session, End end, boolean failed) {
        if (end == End.COMMIT && !failed && point.when() == When.AFTER_COMMIT && isWorker(session)) {
            attempt(() -> end(Stream.concat(Stream.of(session), source.sessions().stream())
                    .map(RunSession::id)
                    .distinct()
                    .toList()));
        }
    }

    @Override
    public SessionListener sessions() {
        return this;
    }

    private boolean isNow(When when) {
        return !happened && point.when() == when && point.statement() == told.size();
    }

    private boolean isWorker(RunSession session) {
        return !happened && worker != 0 && worker == session.id();
    }

    private void end(List<Long> pids) throws SQLException {
        try (Connection killer = CrashConnections.killer(address).getConnection()) {
            for (long pid : pids) {
                Backend.terminate(killer, pid);
            }
        }
        happened = true;
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (SQLException e) {
            failure = failure == null ? e : failure;
        }
    }

    @Override
    public DataSource migrating() {
        return source;
    }

    @Override
    public RunEvents events() {
        return this;
    }

    @Override
    public List<Told> told() {
        return List.copyOf(told);
    }

    @Override
    public boolean happened() throws SQLException {
        CommitWatch laid = ambush;
        if (laid != null) {
            ambush = null;
            happened = laid.finish();
        }
        if (failure != null) {
            throw failure;
        }
        return happened;
    }

    @Override
    public void close() {
        CommitWatch laid = ambush;
        if (laid != null) {
            laid.close();
        }
        CrashConnections.close(source);
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
