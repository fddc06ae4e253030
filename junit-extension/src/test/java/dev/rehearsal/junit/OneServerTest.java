package dev.rehearsal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OneServerTest {
    @Test
    void all_classes_share_one_server_that_ends_with_the_session() {
        SERVERS.clear();

        Kit kit = Kit.run(OnAServer.class, OnTheSame.class);

        assertThat(kit.failures()).isEmpty();
        assertThat(SERVERS).hasSize(1);
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(SERVERS.iterator().next() + "/postgres"))
                .withMessageContaining("refused");
    }

    private static final Set<String> SERVERS = new HashSet<>();

    @Rehearsal(locations = "classpath:people", rows = 0)
    static class OnAServer {
        @MigrationTest("2")
        void one(@JdbcUrl String url) {
            SERVERS.add(url.substring(0, url.lastIndexOf('/')));
        }
    }

    @Rehearsal(locations = "classpath:people", rows = 1)
    static class OnTheSame {
        @MigrationTest("1")
        void other(@JdbcUrl String url) {
            SERVERS.add(url.substring(0, url.lastIndexOf('/')));
        }
    }
}
