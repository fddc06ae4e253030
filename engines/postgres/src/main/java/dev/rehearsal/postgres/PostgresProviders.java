package dev.rehearsal.postgres;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.provider.container.ContainerProvider;
import dev.rehearsal.provider.embedded.BinariesArtifact;
import dev.rehearsal.provider.embedded.EmbeddedProvider;
import dev.rehearsal.provider.embedded.PostgresBinaries;
import dev.rehearsal.provider.server.ServerProvider;
import java.io.IOException;
import java.nio.file.Path;

/** Turns what a user asks to rehearse on into the provider of it. */
final class PostgresProviders {
    private PostgresProviders() {}

    /**
     * {@return the provider; nothing is started or connected to yet}
     *
     * @param spec what the user asks for
     * @param access what the user permits on a server
     * @param binaries where the programs of an embedded server come from
     */
    static DatabaseProvider of(DatabaseSpec spec, ServerAccess access, PostgresBinaries binaries) {
        return switch (spec.kind()) {
            case EMBEDDED -> new EmbeddedProvider(spec.major(), binaries, temporaryDirectory());
            case CONTAINER -> new ContainerProvider(spec.value());
            case SERVER -> new ServerProvider(spec.value(), access, new PostgresServerInspector());
        };
    }

    private static Path temporaryDirectory() {
        return Path.of(System.getProperty("java.io.tmpdir"));
    }

    static DatabaseUnavailableException notFetched(int major, BinariesArtifact wanted, IOException why) {
        return new DatabaseUnavailableException(
                "PostgreSQL " + major + " cannot be fetched as " + wanted + ": " + why.getMessage()
                        + " Run once with access to a repository that has it, or use container:postgres:" + major + ".",
                why);
    }
}
