package dev.rehearsal.postgres.watch;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.observe.CanaryView;
import dev.rehearsal.observe.CostView;
import dev.rehearsal.observe.DriverSessions;
import dev.rehearsal.observe.EffectView;
import dev.rehearsal.observe.LockView;
import dev.rehearsal.observe.LockedRelation;
import dev.rehearsal.observe.LogView;
import dev.rehearsal.observe.Observer;
import dev.rehearsal.observe.RelationNames;
import dev.rehearsal.observe.RewriteView;
import dev.rehearsal.observe.Watching;
import dev.rehearsal.postgres.effect.EffectProbe;
import dev.rehearsal.postgres.session.PostgresSessions;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL gives to the watching of one database. */
public final class PostgresWatching implements Watching {
    private final DatabaseAddress address;
    private final Set<QualifiedName> ignored;

    /**
     * Makes it; nothing is opened yet.
     *
     * @param address which database
     * @param ignored tables that are not the user's
     */
    public PostgresWatching(DatabaseAddress address, Set<QualifiedName> ignored) {
        this.address = address;
        this.ignored = Set.copyOf(ignored);
    }

    @Override
    public DataSource migrating() {
        return WatchConnections.migrating(address);
    }

    @Override
    public DataSource looking() {
        return WatchConnections.observer(address);
    }

    @Override
    public DriverSessions sessions() {
        return new PostgresSessions();
    }

    @Override
    public String nothing() {
        return "";
    }

    @Override
    public LockView locks(Connection connection, Supplier<List<RunSession>> sessions) throws SQLException {
        return new Look(connection, sessions);
    }

    @Override
    public Map<Long, LockedRelation> relations(Connection connection) throws SQLException {
        return Relations.read(connection);
    }

    @Override
    public RewriteView rewrites(Observer observer, RelationNames names) {
        return new Rewrites(observer, names);
    }

    @Override
    public EffectView effects(Observer observer) {
        @Nullable Integer version = observer.ask(c -> c.getMetaData().getDatabaseMajorVersion());
        return new EffectProbe(ignored, version == null ? 0 : version);
    }

    @Override
    public OptionalLong process(long session) {
        return ServerProcess.of(session, WatchConnections.database(address));
    }

    @Override
    public CostView costs(RelationNames names) {
        return new Costs(looking(), names, ignored);
    }

    @Override
    public LogView log(Observer observer) {
        return new PostgresLog(WatchConnections.maintenance(address), observer);
    }

    @Override
    public CanaryView canaries() {
        return new PostgresCanaries(address);
    }

    @Override
    public void cancel(Connection connection, long session) throws SQLException {
        signal(connection, session, "SELECT pg_cancel_backend(?::int8::int4)");
    }

    @Override
    public void terminate(Connection connection, long session) throws SQLException {
        signal(connection, session, "SELECT pg_terminate_backend(?::int8::int4)");
    }

    private static void signal(Connection connection, long session, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, session);
            statement.execute();
        }
    }
}
