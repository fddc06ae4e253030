package dev.rehearsal.junit.stage;

import dev.rehearsal.ProjectStages;
import dev.rehearsal.RehearsalOptions;
import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.scenario.DeferredDrops;
import dev.rehearsal.scenario.StagePool;
import org.jspecify.annotations.Nullable;

/**
 * A server that starts when it is first needed. One that does not start is not tried again for each test. Where the server
 * goes with us, it takes the databases along that nobody needs any more, as long as they are few and small.
 */
final class SharedServer implements AutoCloseable {
    private final DatabaseProvider provider;
    private final Cleaner cleaner;
    private final @Nullable DeferredDrops deferred;
    private @Nullable DatabaseServer running;
    private @Nullable DatabaseUnavailableException failure;

    SharedServer(DatabaseProvider provider, boolean disposable) {
        this.provider = provider;
        this.cleaner = new Cleaner(!disposable);
        this.deferred = disposable ? new DeferredDrops() : null;
    }

    StagePool pool(RehearsalOptions options) {
        return ProjectStages.of(options, running(), deferred);
    }

    Cleaner cleaner() {
        return cleaner;
    }

    private synchronized DatabaseServer running() {
        if (failure != null) {
            throw failure;
        }
        if (running == null) {
            try {
                running = provider.start(Progress.SILENT);
            } catch (DatabaseUnavailableException e) {
                failure = e;
                throw e;
            }
        }
        return running;
    }

    @Override
    public synchronized void close() {
        cleaner.close();
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
