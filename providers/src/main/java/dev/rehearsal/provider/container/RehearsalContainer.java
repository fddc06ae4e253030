package dev.rehearsal.provider.container;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.RunOwner;
import dev.rehearsal.provider.DatabaseUrls;
import dev.rehearsal.provider.Readiness;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.output.OutputFrame;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL in a container that ends with this process. */
final class RehearsalContainer extends GenericContainer<RehearsalContainer> {
    /** The label by which a later run finds what this one left. */
    static final String OWNER_LABEL = "dev.rehearsal.owner";

    private static final int PORT = 5432;
    private static final int LOG_LINES = 20;
    private static final String USER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);
    private static final List<String> SETTINGS =
            List.of("-c", "max_wal_size=4GB", "-c", "wal_keep_size=256MB", "-c", "shared_buffers=512MB");

    private final boolean local;
    private final String password;
    private final Lifeline lifeline = new Lifeline();
    private final Deque<String> log = new ArrayDeque<>();

    RehearsalContainer(DockerImageName image, boolean local, String password) {
        super(image);
        this.local = local;
        this.password = password;
        withExposedPorts(PORT);
        withEnv("POSTGRES_PASSWORD", password);
        withLabel(OWNER_LABEL, RunOwner.current().toString());
        withStartupAttempts(1);
        withLogConsumer(this::remember);
        withCreateContainerCmdModifier(this::shape);
        waitingFor(new Answers());
    }

    private void shape(CreateContainerCmd command) {
        String image = Objects.requireNonNull(command.getImage());
        Lifeline.prepare(command, dockerClient.inspectImageCmd(image).exec(), SETTINGS);
        if (local) {
            PortBinding here = new PortBinding(Ports.Binding.bindIp(bindAddress()), ExposedPort.tcp(PORT));
            Objects.requireNonNull(command.getHostConfig()).withPortBindings(here);
        }
    }

    /** Loopback; from within a container, the engine's bridge, which no other machine reaches either. */
    private String bindAddress() {
        return getHost().equals("localhost") ? "127.0.0.1" : getHost();
    }

    @Override
    protected void containerIsStarting(InspectContainerResponse info) {
        lifeline.attach(dockerClient, getContainerId());
    }

    @Override
    public void stop() {
        String id = getContainerId();
        lifeline.close();
        super.stop();
        if (id != null) {
            new Removal(dockerClient, id).await();
        }
    }

    DatabaseAddress address(String database) {
        String host = getHost() + ":" + getMappedPort(PORT);
        return new DatabaseAddress(DatabaseUrls.postgresql(host, database), USER, password);
    }

    private void remember(OutputFrame frame) {
        synchronized (log) {
            log.addLast(frame.getUtf8String());
            if (log.size() > LOG_LINES) {
                log.removeFirst();
            }
        }
    }

    /** {@return the last lines that it wrote} */
    String lastLines() {
        synchronized (log) {
            return String.join("", log);
        }
    }

    private final class Answers extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {
            Readiness.await(address(USER), START, RehearsalContainer.this::isRunning);
        }
    }
}
