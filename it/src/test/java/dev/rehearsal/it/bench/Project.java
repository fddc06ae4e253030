package dev.rehearsal.it.bench;

import dev.rehearsal.Rehearsal;
import dev.rehearsal.RehearsalProject;
import dev.rehearsal.database.Credentials;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.postgres.PostgresDialect;
import dev.rehearsal.postgres.PostgresEngine;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.scenario.DeferredDrops;
import dev.rehearsal.scenario.StagePool;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.spi.ServerPrograms;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A project as the engine is given it, on the embedded server.
 *
 * @param project the engine's view
 */
record Project(RehearsalProject project) {
    static Project of(Path root, Map<String, String> settings) {
        ClassLoader classes = Project.class.getClassLoader();
        return new Project(new RehearsalProject(
                root, Settings.of(settings, "the benchmark"), Map.of(), classes, ServerPrograms.of(classes)));
    }

    /** A whole rehearsal, its server included. */
    RehearsalReport rehearse(Progress progress) {
        return new Rehearsal(project.options(), progress, Clock.systemUTC()).run();
    }

    static DatabaseServer server() {
        DatabaseSpec newest = DatabaseSpec.parse("embedded");
        ServerAccess none = new ServerAccess(new Credentials("", ""), false, false, Set.of(), List.of());
        return new PostgresEngine()
                .provider(newest, none, ServerPrograms.of(Project.class.getClassLoader()))
                .start(Progress.SILENT);
    }

    /** {@return stages that are copied and dropped as a rehearsal does on a server that goes with it} */
    static StagePool pool(DatabaseServer server, Set<QualifiedName> ignored) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        return new StagePool(server, new PostgresDialect(), ignored, run, new AtomicInteger(), new DeferredDrops());
    }
}
