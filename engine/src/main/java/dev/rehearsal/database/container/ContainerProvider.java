package dev.rehearsal.database.container;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.progress.Progress;

/** Starts a server in a container. */
public final class ContainerProvider implements DatabaseProvider {
    private final String image;

    /**
     * Makes one.
     *
     * @param image the image, as a container engine names it
     */
    public ContainerProvider(String image) {
        this.image = image;
    }

    @Override
    public DatabaseServer start(Progress progress) {
        throw new UnsupportedOperationException(image);
    }
}
