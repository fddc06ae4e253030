package dev.rehearsal.provider.container;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.progress.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts a server in a container by Testcontainers, once a preflight of seconds found that it can be. */
public final class ContainerProvider implements DatabaseProvider {
    private static final String NEEDED = "org.testcontainers.containers.GenericContainer";
    /** Long enough for a large image over a slow line; what hangs for ever is cut here. */
    private static final Duration LONGEST_START = Duration.ofMinutes(15);

    private final String image;
    private final Map<String, String> environment;
    private final Path home;

    /**
     * Makes one.
     *
     * @param image the image, as a container engine names it
     */
    public ContainerProvider(String image) {
        this(image, System.getenv(), Path.of(System.getProperty("user.home", "/")));
    }

    ContainerProvider(String image, Map<String, String> environment, Path home) {
        this.image = image;
        this.environment = Map.copyOf(environment);
        this.home = home;
    }

    @Override
    public DatabaseServer start(Progress progress) {
        requireTestcontainers(ContainerProvider.class.getClassLoader());
        ContainerEngine engine = new EngineLookup(environment, home).find();
        boolean reaper = !"true".equalsIgnoreCase(environment.get("TESTCONTAINERS_RYUK_DISABLED"));
        return bounded(new FutureTask<>(() -> new ContainerLauncher(engine).start(image, reaper, progress)));
    }

    static void requireTestcontainers(ClassLoader classLoader) {
        try {
            Class.forName(NEEDED, false, classLoader);
        } catch (ClassNotFoundException e) {
            throw new DatabaseUnavailableException(
                    "container:… needs Testcontainers, which is not there."
                            + " Add the dependency org.testcontainers:testcontainers-postgresql:2.0.5.",
                    e);
        }
    }

    /** Starts in a thread of its own, which inherits the class loader that Testcontainers looks for its parts in. */
    private DatabaseServer bounded(FutureTask<DatabaseServer> start) {
        Thread thread = new Thread(start, "rehearsal-container");
        thread.setDaemon(true);
        thread.start();
        try {
            return start.get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            start.cancel(true);
            throw failed("did not start within " + LONGEST_START.toMinutes() + " minutes", e);
        } catch (InterruptedException e) {
            start.cancel(true);
            Thread.currentThread().interrupt();
            throw failed("was not waited for: interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DatabaseUnavailableException unavailable) {
                throw unavailable;
            }
            throw failed("cannot be started by Testcontainers: " + e.getCause(), e);
        }
    }

    private DatabaseUnavailableException failed(String why, Exception cause) {
        return new DatabaseUnavailableException("container:" + image + " " + why + ".", cause);
    }
}
