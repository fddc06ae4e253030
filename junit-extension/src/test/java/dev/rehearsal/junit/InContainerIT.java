package dev.rehearsal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.model.Container;
import dev.rehearsal.database.RunOwner;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** Needs a container engine, and fails without one. */
@Tag("docker")
class InContainerIT {
    @Test
    void a_class_may_ask_for_a_container_and_none_is_left() {
        Kit kit = Kit.run(InContainer.class);

        assertThat(kit.failures()).isEmpty();
        assertThat(kit.passed()).hasSize(2);
        assertThat(running()).as("containers of this process").isEmpty();
    }

    /** {@return the images of the containers that this process has started and not removed} */
    private static List<String> running() {
        String self = RunOwner.current().toString();
        return DockerClientFactory.lazyClient().listContainersCmd().withShowAll(true).exec().stream()
                .filter(container -> self.equals(container.getLabels().get("dev.rehearsal.owner")))
                .map(Container::getImage)
                .toList();
    }

    @Rehearsal(locations = "classpath:people", database = "container:postgres:18", rows = 5)
    static class InContainer {
        @MigrationTest("2")
        void up_and_down(MigrationUnderTest migration) {
            migration.up();
            RehearsalAssertions.assertThat(migration).preservesRowCount("users");
            migration.down();
            RehearsalAssertions.assertThat(migration).restoredSchema().restoredData();
        }

        @MigrationTest("1")
        void on_a_server_that_waits_for_its_disk(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet fsync = statement.executeQuery("SHOW fsync")) {
                assertThat(fsync.next()).isTrue();
                assertThat(fsync.getString(1)).as("off where it is embedded").isEqualTo("on");
            }
        }
    }
}
