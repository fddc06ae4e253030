package dev.rehearsal.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.it.bench.Figure.How;
import dev.rehearsal.it.bench.Figure.Subject;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.scenario.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A long history: against Flyway alone, its second half against its first, and its last migration against all. */
@Tag("bench")
class HistoryBenchmark {
    private final int versions = Bench.size("versions", 20);
    private final int rows = Bench.size("rows", 1_000);
    private final String hold = System.getProperty("rehearsal.bench.hold", "2s");
    private String database = "";

    @Test
    void all_of_a_history_against_flyway_its_half_and_its_last_migration() throws Exception {
        Bench.assumeSelected("history");
        History history = history();
        Figure flyway = figure("history", what("rehearsed"), "Flyway's migrate, once", 6);
        Figure linear =
                figure("history-linear", what("rehearsed"), "the first %d of them".formatted(versions / 2), 2.2);
        Figure since = figure("since", "the last of %d migrations rehearsed".formatted(versions), "all of them", 0.1);
        for (int number = 0; number < Bench.pairs(); number++) {
            String pair = Integer.toString(number);
            double[] half = new double[1];
            double whole = Bench.seconds(() -> half[0] = rehearse(history));
            flyway.add(pair, whole, migrate(history));
            linear.add(pair, whole, half[0]);
            since.add(pair, Bench.seconds(() -> rehearseLast(history)), whole);
        }
        flyway.finish(database, Map.of());
        linear.finish(database, Map.of());
        since.finish(database, Map.of());
    }

    private static Figure figure(String name, String what, String against, double aim) {
        return new Figure(new Subject(name, what, against, aim, How.RATIO_OF_SECONDS));
    }

    private History history() throws IOException {
        return History.write(Path.of("target", "bench", "history-" + versions).toAbsolutePath(), versions);
    }

    private String what(String done) {
        return "%d migrations, %,d rows a table, lock queue of %s, %s".formatted(versions, rows, hold, done);
    }

    /** {@return the seconds until the first half was done} */
    private double rehearse(History history) {
        long start = System.nanoTime();
        double[] half = new double[1];
        String second = "[%d/%d]".formatted(versions / 2 + 1, versions);
        RehearsalReport report = project(history, Map.of()).rehearse(message -> {
            if (message.startsWith(second)) {
                half[0] = (System.nanoTime() - start) / 1e9;
            }
        });
        assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.PASSED);
        return half[0];
    }

    private void rehearseLast(History history) {
        RehearsalReport report =
                project(history, Map.of("from", Integer.toString(versions))).rehearse(message -> {});
        assertThat(report.migrations()).hasSize(1);
    }

    private Project project(History history, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("locations", history.location());
        settings.put("rows", Integer.toString(rows));
        settings.put("lockQueue.hold", hold);
        return Project.of(history.folder(), settings);
    }

    private double migrate(History history) throws Exception {
        try (DatabaseServer server = Project.server();
                Stage stage = Project.pool(server, Set.of()).empty()) {
            database = Machine.database(stage.dataSource(), "embedded");
            return Bench.seconds(
                    () -> history.flyway(stage.dataSource(), versions).migrate());
        }
    }
}
