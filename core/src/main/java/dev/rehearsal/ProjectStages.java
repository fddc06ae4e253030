package dev.rehearsal;

import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.dialect.Dialect.SessionParameters;
import dev.rehearsal.migration.Assumption;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.MigrationSourceException;
import dev.rehearsal.scenario.DeferredDrops;
import dev.rehearsal.scenario.StagePool;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a project: sessions connect as its own do, what an administrator runs is there before the first migration,
 * and rows are as its scripts insert and assume them. The same in a build and in a test.
 */
public final class ProjectStages {
    private ProjectStages() {}

    /**
     * {@return a pool of them}
     *
     * @param options the project's
     * @param server where
     * @param deferred those that are closed and not dropped yet; null to drop each at once
     */
    public static StagePool of(RehearsalOptions options, DatabaseServer server, @Nullable DeferredDrops deferred) {
        MigrationRunner runner = options.runner();
        SessionParameters session = options.dialect().session(runner.session());
        StagePool pool = new StagePool(
                server.forSessions(session.kept()),
                options.dialect(),
                runner.ownTables(),
                UUID.randomUUID().toString().substring(0, 8),
                new AtomicInteger(),
                deferred);
        return pool.keepingFree(runner.statements().values())
                .assuming(Assumption.of(runner.history()))
                .preparing(stage -> {
                    named(options, server);
                    options.dialect().takenForGranted(stage.dataSource(), session.kept(), runner.ownTables());
                    Beforehand.run(options.beforehand(), stage);
                });
    }

    /** Where the server is the user's, a database of that name would be, too. */
    private static void named(RehearsalOptions options, DatabaseServer server) throws SQLException {
        String name = options.statements().databaseName();
        if (name == null || server.keepsDatabases()) {
            return;
        }
        try {
            options.dialect()
                    .databases()
                    .createNamed(options.dialect().connect(server.maintenance(), "rehearsal"), name);
        } catch (UnsupportedOperationException e) {
            throw new MigrationSourceException("rehearsal.databaseName: " + e.getMessage(), e);
        }
    }
}
