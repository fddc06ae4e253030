package dev.rehearsal.provider.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Container;
import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.database.DatabaseUnavailableException;
import dev.rehearsal.database.RunOwner;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.provider.Readiness;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** Needs a container engine, and fails without one. */
@Tag("docker")
class ContainerIT {
    private static final String IMAGE = "postgres:18";

    @Test
    void gives_a_server_that_waits_for_the_disk_and_goes_when_closed() throws Exception {
        try (DatabaseServer server = new ContainerProvider(IMAGE).start(Progress.SILENT)) {
            assertThat(server.provider()).isEqualTo("container:postgres:18");
            assertThat(server.unlikeProduction()).isEmpty();
            assertThat(ask(server, "SHOW server_version")).startsWith("18.");
            assertThat(ask(server, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(server, "SHOW max_wal_size")).isEqualTo("4GB");
            assertThat(of(RunOwner.current()).get(0).getPorts())
                    .allSatisfy(port -> assertThat(port.getIp()).isIn("127.0.0.1", "172.17.0.1"));
        }
        assertThat(of(RunOwner.current())).isEmpty();
    }

    @Test
    void goes_within_15_seconds_when_its_process_is_killed() throws Exception {
        Process process = launch();
        RunOwner owner = ownerOf(process);
        assertThat(of(owner)).hasSize(1);
        process.destroyForcibly();
        vanishes(owner);
    }

    @Test
    void goes_within_15_seconds_when_its_process_is_terminated() throws Exception {
        Process process = launch();
        RunOwner owner = ownerOf(process);
        process.destroy();
        vanishes(owner);
    }

    @Test
    void what_an_older_run_left_is_removed_by_the_next() {
        RunOwner self = RunOwner.current();
        RunOwner dead = new RunOwner(self.machine(), 4_190_000, 1);
        var client = DockerClientFactory.lazyClient();
        String image = ImageNameSubstitutor.instance()
                .apply(DockerImageName.parse(IMAGE))
                .asCanonicalNameString();
        client.createContainerCmd(image)
                .withLabels(Map.of(RehearsalContainer.OWNER_LABEL, dead.toString()))
                .exec();
        assertThat(of(dead)).hasSize(1);
        new ContainerProvider(IMAGE).start(Progress.SILENT).close();
        assertThat(of(dead)).isEmpty();
    }

    @Test
    void an_image_that_is_nowhere_is_refused_within_seconds() {
        long start = System.nanoTime();
        assertThatThrownBy(() -> new ContainerProvider("registry.invalid/postgres:18").start(Progress.SILENT))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("has no image")
                .hasMessageContaining("registry.invalid")
                .hasMessageContaining("docker load");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(12));
    }

    @Test
    void an_image_that_is_no_server_is_reported_with_what_it_said() {
        assertThatThrownBy(() -> new ContainerProvider("alpine:3.17").start(Progress.SILENT))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("did not become a server");
        assertThat(of(RunOwner.current())).isEmpty();
    }

    private static Process launch() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ContainerForAWhile.class.getName(),
                        IMAGE)
                .redirectErrorStream(true)
                .start();
    }

    /** Waits for the container, and says who made it. */
    private static RunOwner ownerOf(Process process) throws Exception {
        BufferedReader output = process.inputReader();
        assertThat(output.readLine()).startsWith("started");
        RunOwner self = RunOwner.current();
        long started = process.info().startInstant().orElseThrow().toEpochMilli();
        return new RunOwner(self.machine(), process.pid(), started);
    }

    private static void vanishes(RunOwner owner) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!of(owner).isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(of(owner)).isEmpty();
    }

    private static List<Container> of(RunOwner owner) {
        return DockerClientFactory.lazyClient().listContainersCmd().withShowAll(true).exec().stream()
                .filter(container -> RunOwner.parse(
                                container.getLabels().getOrDefault(RehearsalContainer.OWNER_LABEL, ""))
                        .filter(found ->
                                found.pid() == owner.pid() && found.machine().equals(owner.machine()))
                        .isPresent())
                .toList();
    }

    private static String ask(DatabaseServer server, String question) throws Exception {
        try (Connection connection = Readiness.connect(server.maintenance());
                ResultSet answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
