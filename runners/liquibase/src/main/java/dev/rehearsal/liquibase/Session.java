package dev.rehearsal.liquibase;

import java.util.Map;
import liquibase.Scope;
import liquibase.ScopeManager;
import liquibase.SingletonScopeManager;
import liquibase.logging.core.NoOpLogService;
import liquibase.ui.LoggerUIService;

/**
 * A world of Liquibase's own, which is not shared with any other in this JVM: what Liquibase keeps for a whole thread and all
 * that it starts is put in its place for the time of a call. Used by one thread at a time.
 */
final class Session {
    private final ScopeManager manager = new SingletonScopeManager();
    private final ClassLoader classes;
    private final ChangeLogFiles files;

    Session(ClassLoader classes, ChangeLogFiles files) {
        this.classes = classes;
        this.files = files;
    }

    /** Is done with Liquibase. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws Exception;
    }

    <T> T in(Work<T> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(classes);
        Scope.setScopeManager(manager);
        try {
            return Scope.child(values(), work::run);
        } finally {
            // null would break each thread that this one starts
            Scope.setScopeManager(new SingletonScopeManager());
            thread.setContextClassLoader(before);
        }
    }

    private Map<String, Object> values() {
        return Map.of(
                Scope.Attr.logService.name(),
                new NoOpLogService(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                Scope.Attr.classLoader.name(),
                classes,
                Scope.Attr.resourceAccessor.name(),
                files.accessor(),
                "liquibase.analytics.enabled",
                false,
                "liquibase.duplicateFileMode",
                "SILENT");
    }
}
