package dev.rehearsal.observe;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.result.PhaseCost;
import dev.rehearsal.result.PhaseFacts;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One phase under observation: one connection and one thread that look, two of each for every table with canaries. */
public final class WatchedPhase implements Observation {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedPhase.class);
    private final Watching watching;
    private final ObservationOptions options;
    private final Recording recording;
    private final MigratingSource source;
    private final Observer observer;
    private final RelationNames names;
    private final RewriteView rewrites;
    private final Boundaries boundaries;
    private final Watchdog watchdog;
    private final Poller poller;
    private final @Nullable Canaries canaries;
    private final Attribution attribution;
    private final Recorder recorder;
    private final CostView costs;
    private final LogView log;

    private WatchedPhase(Watching watching, Observer observer, MigratingSessions sessions, ObservationOptions options) {
        this.watching = watching;
        this.observer = observer;
        this.source = sessions.source();
        Activities activities = sessions.activities();
        this.options = options;
        recording = new Recording(new ProcessorUse(watching::process));
        names = new RelationNames(observer, watching::relations);
        rewrites = watching.rewrites(observer, names);
        boundaries = new Boundaries(observer, names, rewrites, options.locks(), options.attribution());
        watchdog = new Watchdog(activities, watching, options.statementTimeout(), recording);
        poller = new Poller(observer, sessions::open, watchdog, options.locks());
        canaries = options.canaries() == null ? null : new Canaries(options.canaries(), watching.canaries());
        attribution = new Attribution(watching.effects(observer), recording, options.attribution());
        costs = watching.costs(names);
        log = watching.log(observer);
        recorder = new Recorder(recording, boundaries, attribution, activities, poller::wake);
    }

    /**
     * Begins to watch.
     *
     * @param watching what the engine gives
     * @param options what to watch
     * @return the observation; the caller closes it
     * @throws SQLException if the server fails
     */
    public static Observation begin(Watching watching, ObservationOptions options) throws SQLException {
        MigratingSource source = new MigratingSource(watching.migrating(), watching.sessions());
        MigratingSessions sessions = new MigratingSessions(source, new Activities());
        Observer observer = new Observer(watching.looking(), connection -> watching.locks(connection, sessions::open));
        WatchedPhase phase = null;
        try {
            phase = new WatchedPhase(watching, observer, sessions, options);
            phase.begin();
            return phase;
        } catch (SQLException | RuntimeException e) {
            closing("observation", phase == null ? observer : phase);
            throw e;
        }
    }

    private void begin() throws SQLException {
        if (options.locks() || canaries != null) {
            names.begin();
        }
        if (options.locks()) {
            rewrites.begin();
            log.keep();
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
            canaries.start(observer);
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
            recording.latency(Objects.requireNonNullElse(observer.ask(c -> Latency.least(c, watching.nothing())), 0L));
        }
        Set<Long> sessions = recording.windows().stream().map(Window::session).collect(Collectors.toSet());
        PhaseCost cost = costs.since(recording.statements(), sessions);
        return new ObservedFacts(
                        observer, new ObservedFacts.Looks(names, rewrites, attribution), recording, options.ignored())
                .of(options.locks(), canaries, log, watchdog.acted())
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
}
