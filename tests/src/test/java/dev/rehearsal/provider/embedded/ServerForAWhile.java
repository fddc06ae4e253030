package dev.rehearsal.provider.embedded;

import dev.rehearsal.progress.Progress;
import java.nio.file.Path;

/** A process of its own that starts a server and waits to be killed: what the kill tests run. */
final class ServerForAWhile {
    private static final long FOREVER_MILLIS = 600_000;

    private ServerForAWhile() {}

    /** Starts a server below the directory that the first argument names, says its URL, and waits. */
    public static void main(String[] arguments) throws InterruptedException {
        PostgresBinaries binaries = new ClasspathBinaries(ServerForAWhile.class.getClassLoader());
        var server = new EmbeddedProvider(18, binaries, Path.of(arguments[0])).start(System.out::println);
        System.out.println(
                server.maintenance().url() + " " + server.maintenance().password());
        Thread.sleep(FOREVER_MILLIS);
        Progress.SILENT.report(server.provider());
    }
}
