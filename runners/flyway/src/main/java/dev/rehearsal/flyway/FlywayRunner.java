package dev.rehearsal.flyway;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.migration.Applied;
import dev.rehearsal.migration.EarlierFiles;
import dev.rehearsal.migration.HistoryProblem;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunState;
import dev.rehearsal.migration.RunnerCapabilities;
import dev.rehearsal.migration.RunnerChanges;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.ScriptStatements;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Runs a project's migrations with Flyway, as the project has it configured, and its undo scripts with Flyway's own
 * parser and executor, which Flyway's Community edition does not do by itself.
 *
 * <p>Files are read once, when the runner is made. At a version that is not the newest, a repeatable script that fails
 * does not fit yet: it stays pending, and is tried again when a later migration may have brought what it missed.
 *
 * <p>One up and one down may run at the same time on two databases; otherwise not safe for use by several threads.
 */
public final class FlywayRunner implements MigrationRunner {
    private final FlywaySettings settings;
    private final Configurations configurations;
    private final MigrationScan scan;
    private final ScannedHistory scanned;
    private final MigrationHistory history;
    private final HeldBack held;
    private final HistoryTable table;
    private final Once<UpRun> upRun;
    private final Once<DownRun> downRun;
    private final Once<HeldBackRun> heldBackRun;

    private FlywayRunner(
            FlywaySettings settings,
            Configurations configurations,
            MigrationScan scan,
            ScannedHistory scanned,
            HeldBack held) {
        this.settings = settings;
        this.configurations = configurations;
        this.scan = scan;
        this.scanned = scanned;
        this.history = scanned.history();
        this.held = held;
        this.table = new HistoryTable(
                new QualifiedName(schema(settings, configurations), configurations.table()),
                configurations.project().support());
        this.upRun = new Once<>(this::forth);
        this.downRun = new Once<>(() -> new DownRun(configurations.undo(), scanned, scan.resources(), table));
        this.heldBackRun = new Once<>(() -> new HeldBackRun(held, scanned.repeatables(), upRun.get(), forth()));
    }

    private UpRun forth() {
        ScannedHistory seen = scanned.withRepeatables(held.seen(scanned.repeatables(), 0));
        return new UpRun(configurations.forward(), seen, scan.resources(), table, held);
    }

    /**
     * {@return the runner of a project; reads its configuration, scripts and classes}
     *
     * @param project which
     * @throws MigrationSourceException if a configuration cannot be read, a location is missing, or there is nothing
     */
    public static FlywayRunner of(FlywayProject project) {
        FlywaySettings settings = FlywaySettings.read(project);
        Configurations configurations = new Configurations(project, settings);
        FluentConfiguration forward = configurations.forward();
        FluentConfiguration undo = configurations.undo();
        MigrationScan scan = MigrationScan.of(project, forward, undo, configurations.callbackLocations());
        ScannedHistory scanned =
                ScannedHistory.of(scan, settings.namesValidated()).in(project.baseDirectory());
        if (scanned.versioned().isEmpty()
                && scanned.repeatables().isEmpty()
                && scanned.problems().stream().noneMatch(HistoryProblem::fatal)) {
            throw nothing(forward);
        }
        FlywayRunner runner = new FlywayRunner(settings, configurations, scan, scanned, HeldBack.NONE);
        // what Flyway refuses is said now, and not in the middle of a rehearsal
        runner.upRun.get();
        runner.downRun.get();
        return runner;
    }

    @Override
    public RunnerCapabilities capabilities() {
        return settings.outOfOrder() ? RunnerCapabilities.ALL.applyingLate() : RunnerCapabilities.ALL;
    }

    @Override
    public FlywayRunner fresh() {
        return new FlywayRunner(settings, configurations, scan, scanned, held);
    }

    @Override
    public RunnerChanges changesSince(EarlierFiles then) {
        return new InputComparison(configurations, scan, scanned, then).changes();
    }

    @Override
    public FlywayRunner holdingBack(List<Migration> repeatables) {
        HeldBack these = HeldBack.of(
                repeatables,
                scanned,
                scan.resources(),
                OfflineParsing.of(configurations.project().support(), configurations.forward()));
        return new FlywayRunner(settings, configurations, scan, scanned, these);
    }

    @Override
    public Optional<MigrationRunner> without(List<Script> repeatables) {
        HeldBack these = HeldBack.away(repeatables, scanned);
        return Optional.of(new FlywayRunner(settings, configurations, scan, scanned, these));
    }

    @Override
    public boolean forget() {
        return upRun.get().forget();
    }

    private static MigrationSourceException nothing(FluentConfiguration forward) {
        return new MigrationSourceException("There are no migrations in " + List.of(forward.getLocations())
                + ": no file there is named like " + forward.getSqlMigrationPrefix() + "1"
                + forward.getSqlMigrationSeparator() + "init" + forward.getSqlMigrationSuffixes()[0]
                + ". Correct flyway.locations, or add the first migration.");
    }

    private static String schema(FlywaySettings settings, Configurations configurations) {
        FlywayProject project = configurations.project();
        String standard = settings.list("schemas").stream()
                .findFirst()
                .or(() -> ConnectionParameters.schema(configurations.session()))
                .orElseGet(() -> project.support()
                        .standardSchema(ConfiguredDatabase.of(project)
                                .map(DatabaseAddress::url)
                                .orElse(null)));
        return settings.get("defaultSchema", standard);
    }

    @Override
    public Map<String, String> session() {
        return configurations.session();
    }

    @Override
    public List<String> notes() {
        return settings.notes();
    }

    @Override
    public Map<Script, ScriptStatements> statements() {
        return scan.files().stream()
                .filter(file -> file.resource() != null)
                .collect(Collectors.toMap(ScannedFile::script, ScannedFile::statements, (a, b) -> a));
    }

    @Override
    public String id() {
        return FlywayRunnerFactory.ID;
    }

    @Override
    public MigrationHistory history() {
        return history;
    }

    @Override
    public @Nullable RunFailure up(DataSource database, Migration target, RunEvents events) {
        return target.repeatable()
                ? heldBackRun().up(database, target, events)
                : upRun.get().run(database, MigrationVersion.fromVersion(target.version()), events);
    }

    @Override
    public @Nullable RunFailure head(DataSource database) {
        return upRun.get().run(database, MigrationVersion.LATEST, RunEvents.NONE);
    }

    @Override
    public @Nullable RunFailure down(DataSource database, Migration migration, RunEvents events) {
        return migration.repeatable()
                ? heldBackRun().down(database, migration, events)
                : downRun.get().run(database, MigrationVersion.fromVersion(migration.version()), events);
    }

    @Override
    public RunState state(DataSource database, Migration migration) throws SQLException {
        if (migration.repeatable()) {
            return heldBackRun().state(database, migration);
        }
        try (Connection connection = database.getConnection()) {
            return table.state(connection, MigrationVersion.fromVersion(migration.version()));
        }
    }

    @Override
    public @Nullable RunFailure repair(DataSource database) {
        return upRun.get().repair(database, scanned.repeatables());
    }

    @Override
    public @Nullable String hangs(Migration migration) {
        return configurations.locksInTransaction()
                ? new SelfWait(table.name().schema())
                        .of(migration.repeatable() ? heldBackRun().file(migration) : scanned.file(migration))
                : null;
    }

    private HeldBackRun heldBackRun() {
        if (held.scripts().isEmpty()) {
            throw new IllegalArgumentException("No repeatable script is held back");
        }
        return heldBackRun.get();
    }

    @Override
    public Applied applied(DataSource database, String upTo) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return AppliedVersions.of(table.rows(connection), history.migrations(), upTo);
        }
    }

    @Override
    public Set<QualifiedName> ownTables() {
        return Set.of(table.name());
    }
}
