package dev.rehearsal.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseProvider;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.provider.container.ContainerProvider;
import dev.rehearsal.provider.embedded.ClasspathBinaries;
import dev.rehearsal.provider.embedded.EmbeddedProvider;
import dev.rehearsal.provider.server.ServerProvider;
import org.junit.jupiter.api.Test;

class PostgresProvidersTest {
    @Test
    void each_form_gives_its_provider_and_starts_nothing() {
        assertThat(of("embedded")).isInstanceOf(EmbeddedProvider.class);
        assertThat(of("container:postgres:18")).isInstanceOf(ContainerProvider.class);
        assertThat(of("jdbc:postgresql://db.invalid/x")).isInstanceOf(ServerProvider.class);
    }

    private static DatabaseProvider of(String spec) {
        ClasspathBinaries binaries = new ClasspathBinaries(PostgresProvidersTest.class.getClassLoader());
        return PostgresProviders.of(DatabaseSpec.parse(spec), ServerAccess.NONE, binaries);
    }
}
