package dev.rehearsal.junit.stage;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.scenario.DeferredDrops;
import dev.rehearsal.scenario.StagePool;
import dev.rehearsal.schema.QualifiedName;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A server that starts when it is first needed. One that does not start is not tried again for each test. Where the server
 * goes with us, it takes the databases along that nobody needs any more, as long as they are few and small.
 */
final class SharedServer implements AutoCloseable {
    private final DatabaseProvider provider;
    private final Dialect dialect;
    private final Cleaner cleaner;
    private final @Nullable DeferredDrops deferred;
    private @Nullable DatabaseServer running;
    private @Nullable DatabaseUnavailableException failure;

    SharedServer(DatabaseProvider provider, Dialect dialect, boolean disposable) {
        this.provider = provider;
        this.dialect = dialect;
        this.cleaner = new Cleaner(!disposable);
        this.deferred = disposable ? new DeferredDrops() : null;
    }

    StagePool pool(Set<QualifiedName> ignored) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        return new StagePool(running(), dialect, ignored, run, new AtomicInteger(), deferred);
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
