package dev.rehearsal.provider.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.RunOwner;
import dev.rehearsal.progress.Progress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** All that needs Testcontainers to be there; loaded once it is known to be. */
final class ContainerLauncher {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerLauncher.class);
    private static final String REAPER = "testcontainers/ryuk";
    /** What Testcontainers 2.0.5 asks for; any other that is there serves another version. */
    private static final String REAPER_IMAGE = REAPER + ":0.14.0";

    private final ContainerEngine engine;
    private final ImagePreflight images;

    ContainerLauncher(ContainerEngine engine) {
        this.engine = engine;
        this.images = new ImagePreflight(engine);
    }

    DatabaseServer start(String image, boolean reaper, Progress progress) {
        DockerImageName name = substituted(image);
        requireImage(name.asCanonicalNameString(), progress);
        if (reaper) {
            requireReaper();
        }
        progress.report("starting a container of " + image);
        clearAbandoned(DockerClientFactory.instance().client());
        return launch(image);
    }

    private static DockerImageName substituted(String image) {
        try {
            return ImageNameSubstitutor.instance().apply(DockerImageName.parse(image));
        } catch (IllegalArgumentException e) {
            throw new DatabaseUnavailableException(
                    "container:" + image + " names no image: " + e.getMessage() + ". Write container:postgres:18.", e);
        }
    }

    private void requireImage(String image, Progress progress) {
        if (images.isPresent(image)) {
            return;
        }
        String obstacle = images.obstacle(image);
        if (!obstacle.isEmpty()) {
            throw new DatabaseUnavailableException("The container engine at " + engine.host() + " has no image "
                    + image + " and cannot pull it: " + obstacle + ". Load the image (docker pull, docker load),"
                    + " or use embedded, which needs none.");
        }
        progress.report("pulling the image " + image);
    }

    private void requireReaper() {
        String name = substituted(REAPER_IMAGE).asCanonicalNameString();
        if (images.isAnyPresent(REAPER + ":")) {
            return;
        }
        String obstacle = images.obstacle(name);
        if (!obstacle.isEmpty()) {
            throw new DatabaseUnavailableException("Testcontainers would start its own helper first, and the image "
                    + name + " is not there and cannot be pulled: " + obstacle + ". Set the environment variable"
                    + " TESTCONTAINERS_RYUK_DISABLED=true; Rehearsal's containers end with it all the same.");
        }
    }

    private DatabaseServer launch(String image) {
        DockerImageName name = DockerImageName.parse(image);
        RehearsalContainer container = new RehearsalContainer(name, engine.isLocal(), randomPassword());
        try {
            container.start();
            return new ContainerServer(image, engine.isLocal(), container);
        } catch (RuntimeException e) {
            container.stop();
            throw new DatabaseUnavailableException(
                    "The container of " + image + " did not become a server that answers. It said:\n"
                            + container.lastLines(),
                    e);
        }
    }

    /** A container whose process was killed between its making and its first breath. */
    private static void clearAbandoned(DockerClient client) {
        List<Container> ours = client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(RehearsalContainer.OWNER_LABEL))
                .exec();
        for (Container container : ours) {
            String label = container.getLabels().getOrDefault(RehearsalContainer.OWNER_LABEL, "");
            Optional<RunOwner> owner = RunOwner.parse(label);
            if (owner.filter(RunOwner::isGone).isPresent()) {
                remove(client, container.getId());
            }
        }
    }

    private static void remove(DockerClient client, String id) {
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (DockerException e) {
            LOG.debug("The container {} is going, or stays until the next run", id, e);
        }
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
