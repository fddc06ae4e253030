package dev.rehearsal.provider.container;

import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.progress.Progress;

/** A process of its own that starts a container and waits to be killed. */
final class ContainerForAWhile {
    private static final long FOREVER_MILLIS = 600_000;

    private ContainerForAWhile() {}

    /** Starts a container of the image that the first argument names, says so, and waits. */
    public static void main(String[] arguments) throws InterruptedException {
        try (DatabaseServer server = new ContainerProvider(arguments[0]).start(Progress.SILENT)) {
            System.out.println("started " + server.maintenance().url());
            Thread.sleep(FOREVER_MILLIS);
        }
    }
}
