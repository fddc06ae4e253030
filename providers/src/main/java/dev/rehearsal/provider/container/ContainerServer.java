package dev.rehearsal.provider.container;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.provider.ServerLogEnd;
import java.util.List;

/** A server in a container that is ours alone. */
final class ContainerServer implements DatabaseServer {
    private final String image;
    private final boolean local;
    private final RehearsalContainer container;

    ContainerServer(String image, boolean local, RehearsalContainer container) {
        this.image = image;
        this.local = local;
        this.container = container;
    }

    @Override
    public String provider() {
        return "container:" + image;
    }

    @Override
    public DatabaseAddress maintenance() {
        return database("postgres");
    }

    @Override
    public DatabaseAddress database(String database) {
        return container.address(database);
    }

    @Override
    public List<String> unlikeProduction() {
        return local
                ? List.of()
                : List.of("the container runs on another machine: every statement waits for the network between");
    }

    @Override
    public List<String> lastWords() {
        return ServerLogEnd.in(container.getLogs());
    }

    @Override
    public boolean keepsDatabases() {
        return false;
    }

    @Override
    public void close() {
        container.stop();
    }
}
