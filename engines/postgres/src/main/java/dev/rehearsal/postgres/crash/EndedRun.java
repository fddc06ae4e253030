package dev.rehearsal.postgres.crash;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Crashes.Run;
import dev.rehearsal.dialect.Crashes.Told;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.result.CrashPoint.When;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Ends the session that runs the script when its moment has come; at the end all sessions of the runner. */
final class EndedRun implements Run, RunEvents, EndableSource.Commits {
    private final DatabaseAddress address;
    private final CrashPoint point;
    private final Collection<QualifiedName> tables;
    private final EndableSource source;
    private final List<Told> told = new ArrayList<>();
    private int worker;
    private @Nullable CommitWatch ambush;
    private boolean happened;
    private @Nullable SQLException failure;

    EndedRun(DatabaseAddress address, CrashPoint point, Collection<QualifiedName> tables) {
        this.address = address;
        this.point = point;
        this.tables = List.copyOf(tables);
        this.source = new EndableSource(address, this);
    }

    @Override
    public void beforeStatement(RunStatement statement, Connection connection) {
        if (statement.script().equals(point.script())) {
            told.add(new Told(statement, false));
            attempt(() -> {
                worker = Backend.pid(connection);
                if (isNow(When.BEFORE)) {
                    end(List.of(worker));
                } else if (isNow(When.DURING)) {
                    ambush = CommitWatch.lay(address, worker, Backend.transaction(connection), tables);
                }
            });
        }
    }

    @Override
    public void afterStatement(RunStatement statement, Connection connection, boolean failed) {
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
    public void before(Connection raw) {
        attempt(() -> {
            if (worker == 0 && point.statement() == 0 && Backend.writes(raw)) {
                worker = Backend.pid(raw); // a Java migration tells of no statement
            }
            if (point.when() == When.BEFORE_COMMIT && isWorker(raw)) {
                end(List.of(worker));
            }
        });
    }

    @Override
    public void after(Connection raw) {
        attempt(() -> {
            if (point.when() == When.AFTER_COMMIT && isWorker(raw)) {
                end(source.pids());
            }
        });
    }

    private boolean isNow(When when) {
        return !happened && point.when() == when && point.statement() == told.size();
    }

    private boolean isWorker(Connection raw) throws SQLException {
        return !happened && worker != 0 && worker == Backend.pid(raw);
    }

    private void end(List<Integer> pids) throws SQLException {
        try (Connection killer = CrashConnections.killer(address).getConnection()) {
            for (int pid : pids) {
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
        return source.source();
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
        source.close();
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
