package dev.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.container.ContainerProvider;
import dev.rehearsal.database.embedded.ClasspathBinaries;
import dev.rehearsal.database.embedded.EmbeddedProvider;
import dev.rehearsal.database.server.ServerAccess;
import dev.rehearsal.database.server.ServerProvider;
import org.junit.jupiter.api.Test;

class DatabaseProvidersTest {
    @Test
    void each_form_gives_its_provider_and_starts_nothing() {
        assertThat(of("embedded")).isInstanceOf(EmbeddedProvider.class);
        assertThat(of("container:postgres:18")).isInstanceOf(ContainerProvider.class);
        assertThat(of("jdbc:postgresql://db.invalid/x")).isInstanceOf(ServerProvider.class);
    }

    private static DatabaseProvider of(String spec) {
        ClasspathBinaries binaries = new ClasspathBinaries(DatabaseProvidersTest.class.getClassLoader());
        return DatabaseProviders.of(DatabaseSpec.parse(spec), ServerAccess.NONE, binaries);
    }
}
