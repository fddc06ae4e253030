package dev.rehearsal.mariadb.watch;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.mariadb.contention.WaitLimits;
import dev.rehearsal.mariadb.effect.EffectProbe;
import dev.rehearsal.migration.RunSession;
import dev.rehearsal.observe.CanaryView;
import dev.rehearsal.observe.DriverSessions;
import dev.rehearsal.observe.EffectView;
import dev.rehearsal.observe.LockView;
import dev.rehearsal.observe.LockedRelation;
import dev.rehearsal.observe.LogView;
import dev.rehearsal.observe.Observer;
import dev.rehearsal.observe.RelationNames;
import dev.rehearsal.observe.RewriteView;
import dev.rehearsal.observe.Watching;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** What MariaDB gives to the watching of one database. */
public final class MariaDbWatching implements Watching {
    private final DatabaseAddress address;
    private final Set<QualifiedName> ignored;
    private final Numbers numbers = new Numbers();

    /**
     * Makes it; nothing is opened yet.
     *
     * @param address which database
     * @param ignored tables that are not the user's
     */
    public MariaDbWatching(DatabaseAddress address, Set<QualifiedName> ignored) {
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
        return new MariaDbSessions();
    }

    @Override
    public String nothing() {
        return "DO 0";
    }

    @Override
    public LockView locks(Connection connection, Supplier<List<RunSession>> sessions) throws SQLException {
        return new Look(connection, sessions, numbers);
    }

    @Override
    public Map<Long, LockedRelation> relations(Connection connection) throws SQLException {
        return Tables.read(connection, numbers);
    }

    @Override
    public RewriteView rewrites(Observer observer, RelationNames names) {
        return new Rewrites(observer);
    }

    @Override
    public EffectView effects(Observer observer) {
        return new EffectProbe(observer, ignored);
    }

    @Override
    public LogView log(Observer observer) {
        String schema = observer.ask(Connection::getCatalog);
        return new MariaDbLog(schema == null ? "" : schema, numbers);
    }

    @Override
    public boolean limitsWaits(String sql) {
        return WaitLimits.mayBeSetBy(sql);
    }

    @Override
    public CanaryView canaries() {
        return new MariaDbCanaries(address);
    }

    @Override
    public void cancel(Connection connection, long session) throws SQLException {
        kill(connection, "KILL QUERY " + session);
    }

    @Override
    public void terminate(Connection connection, long session) throws SQLException {
        kill(connection, "KILL CONNECTION " + session);
    }

    private static void kill(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
