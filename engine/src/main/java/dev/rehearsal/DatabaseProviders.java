package dev.rehearsal;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.container.ContainerProvider;
import dev.rehearsal.database.embedded.EmbeddedProvider;
import dev.rehearsal.database.embedded.PostgresBinaries;
import dev.rehearsal.database.server.ServerAccess;
import dev.rehearsal.database.server.ServerProvider;
import dev.rehearsal.postgres.PostgresServerInspector;
import java.nio.file.Path;

/** Turns what a user asks to rehearse on into the provider of it. */
public final class DatabaseProviders {
    private DatabaseProviders() {}

    /**
     * {@return the provider; nothing is started or connected to yet}
     *
     * @param spec what the user asks for
     * @param access what the user permits on a server
     * @param binaries where the programs of an embedded server come from
     */
    public static DatabaseProvider of(DatabaseSpec spec, ServerAccess access, PostgresBinaries binaries) {
        return switch (spec.kind()) {
            case EMBEDDED -> new EmbeddedProvider(spec.major(), binaries, temporaryDirectory());
            case CONTAINER -> new ContainerProvider(spec.value());
            case SERVER -> new ServerProvider(spec.value(), access, new PostgresServerInspector());
        };
    }

    private static Path temporaryDirectory() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }
}
