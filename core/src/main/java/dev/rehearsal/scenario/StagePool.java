package dev.rehearsal.scenario;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.Slots;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.dialect.Databases;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.dialect.Seeder;
import dev.rehearsal.migration.Assumption;
import dev.rehearsal.migration.RunStatement;
import dev.rehearsal.migration.ScriptStatements;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes and drops the stages of one rehearsal, each under a name of ours.
 *
 * @param server where
 * @param dialect its engine
 * @param ignored the runner's own tables, which are not the user's
 * @param run what tells this rehearsal's databases from those of another at the same time
 * @param counter numbers them
 * @param deferred those that are closed and not dropped yet; null to drop each at once
 * @param seeder fills them
 * @param preparation what is done on a stage before the first migration
 */
public record StagePool(
        DatabaseServer server,
        Dialect dialect,
        Set<QualifiedName> ignored,
        String run,
        AtomicInteger counter,
        @Nullable DeferredDrops deferred,
        Seeder seeder,
        Preparation preparation)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StagePool.class);

    public StagePool {
        ignored = Set.copyOf(ignored);
    }

    /**
     * A pool whose stages are dropped as soon as they are closed.
     *
     * @param server where
     * @param dialect its engine
     * @param ignored the runner's own tables
     * @param run what tells its databases from others
     * @param counter numbers them
     */
    public StagePool(
            DatabaseServer server, Dialect dialect, Set<QualifiedName> ignored, String run, AtomicInteger counter) {
        this(server, dialect, ignored, run, counter, null);
    }

    /**
     * A pool whose stages are filled by its engine's own seeder.
     *
     * @param server where
     * @param dialect its engine
     * @param ignored the runner's own tables
     * @param run what tells its databases from others
     * @param counter numbers them
     * @param deferred those that are closed and not dropped yet; null to drop each at once
     */
    public StagePool(
            DatabaseServer server,
            Dialect dialect,
            Set<QualifiedName> ignored,
            String run,
            AtomicInteger counter,
            @Nullable DeferredDrops deferred) {
        this(server, dialect, ignored, run, counter, deferred, NoSeeder.of(dialect), stage -> {});
    }

    /**
     * {@return the same, whose stages hold no row of ours under a key that a script inserts itself}
     *
     * @param scripts of the project
     */
    public StagePool keepingFree(Collection<ScriptStatements> scripts) {
        List<String> statements = scripts.stream()
                .flatMap(script -> script.statements().stream())
                .map(RunStatement::sql)
                .toList();
        return with(seeder.keepingFree(statements));
    }

    /**
     * {@return the same, whose stages hold rows of ours that meet these assumptions}
     *
     * @param assumptions of the project's scripts
     */
    public StagePool assuming(List<Assumption> assumptions) {
        return with(seeder.assuming(assumptions));
    }

    private StagePool with(Seeder other) {
        return new StagePool(server, dialect, ignored, run, counter, deferred, other, preparation);
    }

    /** What is done on an empty stage before the first migration. */
    @FunctionalInterface
    public interface Preparation {
        /**
         * Does it.
         *
         * @param stage where
         * @throws SQLException if the server fails
         */
        void on(Stage stage) throws SQLException;
    }

    /**
     * {@return the same, on whose first stages this is done before the first migration}
     *
     * @param first what
     */
    public StagePool preparing(Preparation first) {
        return new StagePool(server, dialect, ignored, run, counter, deferred, seeder, first);
    }

    /**
     * {@return a new stage on which the first migration can run}
     *
     * @throws SQLException if the server refuses
     */
    public Stage prepared() throws SQLException {
        Stage stage = empty();
        try {
            preparation.on(stage);
            return stage;
        } catch (SQLException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    /**
     * {@return a new, empty stage}
     *
     * @throws SQLException if the server refuses
     */
    public Stage empty() throws SQLException {
        String name = nextName();
        Slots slots = server.slots().orElse(null);
        if (slots == null) {
            dialect.databases().create(maintenance(), name);
        } else {
            slots.create(name, ignored.stream().map(QualifiedName::schema).collect(Collectors.toSet()));
        }
        return new Stage(this, name, 0);
    }

    Stage copyOf(String source) throws SQLException {
        String name = nextName();
        return new Stage(this, name, copy(source, name));
    }

    private long copy(String source, String name) throws SQLException {
        Slots slots = server.slots().orElse(null);
        if (slots != null) {
            return slots.copy(source, name);
        }
        Databases databases = dialect.databases();
        if (deferred == null || server.keepsDatabases()) {
            return databases.copy(maintenance(), source, name);
        }
        return deferred.phases()
                .work(
                        () -> databases.unsynced().copy(maintenance(), source, name),
                        () -> databases.copy(maintenance(), source, name));
    }

    /** A database that cannot be dropped now is dropped with its server, or by the next run: no reason to fail. */
    private void drop(List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        try {
            Slots slots = server.slots().orElse(null);
            if (slots != null) {
                slots.drop(names);
                return;
            }
            Databases databases = dialect.databases();
            (server.keepsDatabases() ? databases : databases.unsynced()).drop(maintenance(), names);
        } catch (SQLException | DatabaseUnavailableException e) {
            LOG.warn("Of the databases {} one could not be dropped: {}", names, e.getMessage());
        }
    }

    void closed(String name, long bytes) {
        // a slot has a server of its own, which would live on
        if (deferred == null || server.slots().isPresent()) {
            drop(List.of(name));
        } else {
            deferred.add(name, bytes, this::drop);
        }
    }

    Observation observe(DatabaseAddress database, ObservationOptions options) throws SQLException {
        String reason = dialect.capabilities().without(Instrument.OBSERVATION).orElse(null);
        if (reason != null) {
            return new UnwatchedPhase(dialect.connect(database, "rehearsal-migrating"), reason);
        }
        return deferred == null
                ? dialect.observatory().begin(database, options)
                : deferred.phases().observe(dialect.observatory(), database, options);
    }

    /** Drops the stages that are closed, unless their server takes them along. */
    @Override
    public void close() {
        if (deferred != null && server.keepsDatabases()) {
            drop(deferred.all());
        }
    }

    DataSource maintenance() {
        return dialect.connect(server.maintenance(), "rehearsal");
    }

    private String nextName() {
        return "rehearsal_" + run + "_" + counter.incrementAndGet();
    }
}
