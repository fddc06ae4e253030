package dev.rehearsal.scenario;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Catalog.TableSize;
import dev.rehearsal.dialect.Databases.Aside;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.dialect.RowRemoval;
import dev.rehearsal.dialect.SchemaReader;
import dev.rehearsal.dialect.Seeder.Below;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.TableFacts;
import dev.rehearsal.result.TakenRows;
import dev.rehearsal.schema.InvalidIndex;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaSnapshot;
import dev.rehearsal.volume.SeedScripts;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database of ours in a known state, from which scenarios start. Closing it drops the database. */
public final class Stage implements AutoCloseable {
    private final StagePool pool;
    private final String name;
    private final long bytes;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final CurrentReader reader;
    private List<Below> below = List.of();
    private boolean scriptsRun;

    Stage(StagePool pool, String name, long bytes) {
        this.pool = pool;
        this.name = name;
        this.bytes = bytes;
        this.reader =
                new CurrentReader(() -> dialect().data().reader(dataSource(), pool.maintenance(), pool.ignored()));
    }

    /** {@return its name on the server} */
    public String name() {
        return name;
    }

    /** {@return its address} */
    public DatabaseAddress address() {
        return pool.server().database(name);
    }

    /** {@return connections to it, for questions of ours} */
    public DataSource dataSource() {
        return dialect().connect(address(), "rehearsal");
    }

    /** {@return connections to migrate it through, unobserved} */
    public DataSource migrating() {
        return dialect().migrating(address());
    }

    /**
     * {@return everything that is defined in it}
     *
     * @throws SQLException if the server fails
     */
    public SchemaSnapshot schema() throws SQLException {
        return dialect().catalog().snapshot(dataSource(), pool.ignored());
    }

    /** {@return a reader of what is defined in it, for several readings; the caller closes it before this is copied} */
    SchemaReader schemas() {
        return dialect().catalog().reader(dialect().connect(address(), "rehearsal-catalog"), pool.ignored());
    }

    /** {@return whether its engine has an instrument} */
    boolean has(Instrument instrument) {
        return dialect().capabilities().without(instrument).isEmpty();
    }

    /**
     * {@return what its tables hold; what was certainly not written to since the last time is not read again}
     *
     * @throws SQLException if the server fails
     */
    public DataFingerprint data() throws SQLException {
        return reader.get().read();
    }

    /** {@return its tables with their sizes} */
    List<TableSize> sizes() throws SQLException {
        Map<QualifiedName, Long> known = has(Instrument.DATA) ? reader.get().rowsLeftAlone() : Map.of();
        return dialect().catalog().sizes(dataSource(), pool.ignored(), known);
    }

    /** {@return its tables with their sizes; the rows of those that seemed empty when they were read are counted anew} */
    List<TableSize> sizes(DataFingerprint data) throws SQLException {
        Map<QualifiedName, Long> rows = data.tables().entrySet().stream()
                .filter(table -> table.getValue().rows() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, table -> table.getValue().rows()));
        return dialect().catalog().sizes(dataSource(), pool.ignored(), rows);
    }

    /**
     * {@return the names of each table's columns}
     *
     * @throws SQLException if the server fails
     */
    public Map<QualifiedName, List<String>> columns() throws SQLException {
        return dialect().catalog().columns(dataSource(), pool.ignored());
    }

    /** {@return its indexes that are kept up to date and not used} */
    List<InvalidIndex> invalidIndexes() throws SQLException {
        return dialect().catalog().invalidIndexes(dataSource(), pool.ignored());
    }

    /**
     * {@return its tables with their sizes, for a reader, after it has been filled}
     *
     * @param profile says how large they are to be, and how large they are in production
     * @throws SQLException if the server fails
     */
    public List<TableFacts> tables(VolumeProfile profile) throws SQLException {
        return facts(sizes(), profile);
    }

    List<TableFacts> facts(List<TableSize> sizes, VolumeProfile profile) {
        return FilledTables.of(sizes, profile, below);
    }

    /**
     * Fills its tables up. The profile's scripts run the first time that there is a table.
     *
     * @param profile how many rows, and of what
     * @param progress told of each table
     * @return what was filled, and what could not be
     * @throws SQLException if the server fails
     */
    public Filling fill(VolumeProfile profile, Progress progress) throws SQLException {
        VolumeProfile due = scriptsRun ? profile.withoutScripts() : profile;
        Filling filling = pool.seeder().fill(dataSource(), due, pool.ignored(), progress);
        below = filling.below();
        scriptsRun = scriptsRun
                || (!due.scripts().equals(SeedScripts.NONE) && !columns().isEmpty());
        return filling;
    }

    /** {@return the rows that an up failed on, which are gone now; empty if it is not known which they are} */
    List<TakenRows> takeOut(RunFailure failure) throws SQLException {
        return gone(dialect().rowRemoval().takeOut(dataSource(), failure));
    }

    /**
     * {@return the rows without which statements succeed, which are gone now; empty if those of no table are in the way}
     *
     * @param statements those of a script up to the one that failed; none if they are not known
     * @param failure why it failed
     */
    List<TakenRows> takeOut(List<String> statements, RunFailure failure) throws SQLException {
        RowRemoval removal = dialect().rowRemoval();
        if (statements.isEmpty() || !removal.tries()) {
            return List.of();
        }
        try (Stage trial = copy()) {
            return gone(removal.takeOut(dataSource(), trial.migrating(), statements, failure));
        }
    }

    /** {@return a failure on this stage with a question that can be asked where the script has not run} */
    RunFailure askable(RunFailure failure) throws SQLException {
        return new RunFailure(
                dialect().errors().askable(failure.fault(), dataSource()),
                failure.script(),
                failure.line(),
                failure.sql());
    }

    private List<TakenRows> gone(List<TakenRows> taken) throws SQLException {
        if (!taken.isEmpty()) {
            below = FilledTables.without(taken, sizes(), below);
        }
        return taken;
    }

    /**
     * {@return an exact copy; nobody may be connected to this one meanwhile}
     *
     * @throws SQLException if the server refuses
     */
    public Stage copy() throws SQLException {
        Stage copy = pool.copyOf(name);
        if (pool.server().slots().isPresent()) {
            reader.forget();
        }
        copy.below = below;
        copy.scriptsRun = scriptsRun;
        return copy;
    }

    /**
     * Applies migrations, each in a run of its own. Nothing is watched, but a statement that does not end is ended.
     *
     * @param runner a fresh one
     * @param migrations which, in their order
     * @param statementTimeout when a statement that does not end is cancelled
     * @return the one that failed; null if all were applied
     * @throws SQLException if the server fails
     */
    @Nullable
    Migration apply(MigrationRunner runner, List<Migration> migrations, Duration statementTimeout) throws SQLException {
        ObservationOptions unwatched =
                new ObservationOptions(false, List.of(), statementTimeout, false, pool.ignored());
        try (Observation observation = observe(unwatched)) {
            for (Migration migration : migrations) {
                if (runner.up(observation.migrating(), migration, observation.events()) != null) {
                    return migration;
                }
            }
            return null;
        }
    }

    /**
     * Puts aside what a migration has made beside this stage, so that a copy of the stage before it can make its own.
     *
     * @param before a stage that was made before the migration was applied to this one
     */
    Aside aside(Stage before) throws SQLException {
        return dialect().databases().aside(pool.maintenance(), name, before.name);
    }

    /**
     * Begins to observe a phase on it. Until that is closed, nothing of ours is dropped on the server.
     *
     * @param options what to observe
     * @return the observation; the caller closes it
     * @throws SQLException if the server refuses
     */
    public Observation observe(ObservationOptions options) throws SQLException {
        return pool.observe(address(), options);
    }

    /** {@return its engine} */
    public Dialect dialect() {
        return pool.dialect();
    }

    /** {@return what made it} */
    public StagePool pool() {
        return pool;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            pool.closed(name, bytes);
        }
    }
}
