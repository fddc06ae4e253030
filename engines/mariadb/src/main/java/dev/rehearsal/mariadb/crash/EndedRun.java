package dev.rehearsal.mariadb.crash;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Crashes.Run;
import dev.rehearsal.dialect.Crashes.Told;
import dev.rehearsal.mariadb.sql.DataDefinition;
import dev.rehearsal.mariadb.watch.MariaDbWatching;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.SessionListener;
import dev.rehearsal.observe.MigratingSource;
import dev.rehearsal.result.CrashPoint;
import dev.rehearsal.result.CrashPoint.When;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the session that runs the script when its moment has come; at the end all sessions of the runner. */
final class EndedRun implements Run, RunEvents, SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(EndedRun.class);

    private final String script;
    private final @Nullable CrashPoint point;
    private final boolean fails;
    private final MigratingSource source;
    private final Killer killer;
    private final List<Told> told = new ArrayList<>();
    private long worker;
    private boolean happened;
    private boolean refusing;
    private @Nullable SQLException failure;

    EndedRun(DatabaseAddress address, String script, @Nullable CrashPoint point, boolean fails) {
        this.script = script;
        this.point = point;
        this.fails = fails;
        MariaDbWatching watching = new MariaDbWatching(address, Set.of());
        this.source = new MigratingSource(watching.migrating(), watching.sessions());
        this.source.tell(this);
        this.killer = new Killer(watching);
    }

    @Override
    public void beforeStatement(RunStatement statement, @Nullable RunSession session) {
        if (!statement.script().equals(script)) {
            return;
        }
        told.add(new Told(statement, false));
        attempt(() -> {
            if (session == null) {
                throw new SQLException("a statement ran on a connection that is not watched");
            }
            worker = session.id();
            if (isNow(When.BEFORE)) {
                if (fails) {
                    refuse(statement, session);
                } else {
                    end(List.of(worker));
                }
            }
        });
    }

    /**
     * Nothing can be changed in a transaction that only reads. A definition commits what was before it, also when it fails;
     * what a runner takes back when anything else fails is taken back here, since its transaction can still write.
     */
    private void refuse(RunStatement statement, RunSession session) throws SQLException {
        if (!DataDefinition.of(statement.sql()).possible()) {
            session.ask("ROLLBACK", row -> true);
        }
        session.ask("SET SESSION TRANSACTION READ ONLY", row -> true);
        refusing = true;
        happened = true;
    }

    @Override
    public void afterStatement(RunStatement statement, @Nullable RunSession session, boolean failed) {
        if (!statement.script().equals(script)) {
            return;
        }
        if (isNow(When.AFTER)) {
            attempt(() -> end(List.of(worker)));
        } else if (refusing && session != null) {
            refusing = false;
            attempt(() -> session.ask("SET SESSION TRANSACTION READ WRITE", row -> true));
        }
    }

    @Override
    public void ending(RunSession session, End end) {
        if (end == End.COMMIT && isAt(When.BEFORE_COMMIT, session)) {
            attempt(() -> end(List.of(worker)));
        }
    }

    @Override
    public void ended(RunSession session, End end, boolean failed) {
        if (end == End.COMMIT && !failed && isAt(When.AFTER_COMMIT, session)) {
            attempt(() -> end(source.sessions().stream().map(RunSession::id).toList()));
        }
    }

    @Override
    public SessionListener sessions() {
        return this;
    }

    private boolean isNow(When when) {
        return point != null && !happened && point.when() == when && point.statement() == told.size();
    }

    private boolean isAt(When when, RunSession session) {
        return point != null && !happened && point.when() == when && worker != 0 && worker == session.id();
    }

    private void end(List<Long> sessions) throws SQLException {
        killer.kill(sessions);
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
        if (failure != null) {
            throw failure;
        }
        return happened;
    }

    @Override
    public void close() {
        try {
            source.close();
        } catch (SQLException e) {
            LOG.debug("A session was cut, and did not go quietly: {}", e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
