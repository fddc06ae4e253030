package dev.rehearsal.postgres.watch;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.observe.MigratingSource;
import dev.rehearsal.postgres.effect.EffectProbe;
import dev.rehearsal.postgres.session.PostgresSessions;
import dev.rehearsal.result.PhaseCost;
import dev.rehearsal.result.PhaseFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One phase under observation: one connection and one thread that look, two of each for every table with canaries. */
final class PostgresObservation implements Observation {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresObservation.class);
    private static final String DATABASE =
            "SELECT oid::int8 FROM pg_catalog.pg_database WHERE datname = current_database()";

    private final DatabaseAddress address;
    private final ObservationOptions options;
    private final Recording recording = new Recording();
    private final MigratingSource source;
    private final Activities activities = new Activities();
    private final Observer observer;
    private final RelationNames names;
    private final Rewrites rewrites;
    private final Boundaries boundaries;
    private final Watchdog watchdog;
    private final Poller poller;
    private final @Nullable Canaries canaries;
    private final Attribution attribution;
    private final Recorder recorder;
    private final Costs costs;
    private KeptLog log = new KeptLog("locks are not watched");

    PostgresObservation(DatabaseAddress address, ObservationOptions options) throws SQLException {
        this.address = address;
        this.options = options;
        source = new MigratingSource(WatchConnections.migrating(address), new PostgresSessions());
        observer = new Observer(WatchConnections.observer(address), source::sessions);
        names = new RelationNames(observer);
        rewrites = new Rewrites(observer, names);
        boundaries = new Boundaries(observer, names, rewrites, options.locks(), options.attribution());
        watchdog = new Watchdog(activities, WatchConnections.observer(address), options.statementTimeout(), recording);
        poller = new Poller(observer, source::sessions, watchdog, options.locks());
        canaries = options.canaries() == null ? null : new Canaries(options.canaries());
        attribution = new Attribution(
                new EffectProbe(options.ignored(), observer.version()), recording, options.attribution());
        costs = new Costs(WatchConnections.observer(address), names, options.ignored());
        recorder = new Recorder(recording, boundaries, attribution, activities, poller::wake);
    }

    void begin() throws SQLException {
        if (options.locks() || canaries != null) {
            names.begin();
        }
        if (options.locks()) {
            rewrites.begin();
            log = Objects.requireNonNullElse(observer.ask(KeptLog::from), log);
        }
        String failure = observer.failure();
        if (failure != null) {
            throw new SQLException("The migration cannot be watched: " + failure);
        }
        if (options.locks() && canaries != null) {
            costs.begin();
        }
        source.tell(recorder);
        poller.start();
        if (canaries != null) {
            canaries.start(address, observer);
        }
    }

    @Override
    public DataSource migrating() {
        return source;
    }

    @Override
    public RunEvents events() {
        return recorder;
    }

    @Override
    public PhaseFacts finish() {
        closing("canaries", canaries);
        boundaries.stale();
        boundaries.transactionEnded();
        poller.close();
        if (poller.failure() != null) {
            recording.note("locks inside of statements, and statements that do not end: nobody looked any more: "
                    + poller.failure());
        }
        if (options.locks()) {
            rewrites.attribute();
            recording.latency(Objects.requireNonNullElse(observer.ask(Latency::least), 0L));
        }
        Long database = observer.ask(PostgresObservation::database);
        WalLocks walLocks = new WalLocks(WatchConnections.maintenance(address), database == null ? 0 : database, log);
        PhaseCost cost = costs.since(recording);
        return new ObservedFacts(
                        observer, new ObservedFacts.Looks(names, rewrites, attribution), recording, options.ignored())
                .of(options.locks(), canaries, walLocks, watchdog.acted())
                .costing(cost);
    }

    @Override
    public void close() {
        closing("canaries", canaries);
        closing("poller", poller);
        closing("migrating connections", source);
        closing("counting connection", costs);
        closing("observer", observer);
    }

    private static void closing(String what, @Nullable AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (Exception e) {
            LOG.warn("Closing the {} of the observation failed", what, e);
        }
    }

    private static Long database(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(DATABASE)) {
            return row.next() ? row.getLong(1) : 0L;
        }
    }
}
