package dev.rehearsal.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    @Test
    void the_test_server_is_a_real_postgresql_18() throws Exception {
        try (Connection connection =
                TestPostgres.connect(TestPostgres.freshDatabase()).getConnection()) {
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(18);
        }
    }
}
