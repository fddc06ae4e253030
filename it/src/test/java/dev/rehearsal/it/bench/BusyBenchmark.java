package dev.rehearsal.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.it.bench.SmallProjects.Change;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.result.RehearsalReport;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What small projects are told while others use all processors: a clean one must not be blamed for that, and a faulty one
 * must not pass.
 */
@Tag("bench")
class BusyBenchmark {
    private final int projects = Bench.size("projects", 2);
    private final int times = Bench.size("times", 1);
    private final int burners = Bench.size("burners", 8);
    private final Map<Verdict, Integer> clean = new EnumMap<>(Verdict.class);
    private final Map<Verdict, Integer> faulty = new EnumMap<>(Verdict.class);
    private final StringBuilder table = new StringBuilder();

    @Test
    void verdicts_do_not_depend_on_who_else_uses_the_machine() throws Exception {
        Bench.assumeSelected("busy");
        Path folder = Path.of("target", "bench", "busy").toAbsolutePath();
        try (Burners others = Burners.start(burners)) {
            int processors = Runtime.getRuntime().availableProcessors();
            table.append("%d processes on %d processors%n".formatted(others.number(), processors));
            for (int time = 0; time < times; time++) {
                all(SmallProjects.CLEAN, folder.resolve("clean"), clean);
                all(SmallProjects.FAULTY, folder.resolve("faulty"), faulty);
            }
        }
        table.append("clean: " + clean + ", faulty: " + faulty + "\n");
        Watched.publish("busy.txt", table.toString());
        int all = 2 * projects * times;
        assertThat(clean).as("clean projects").doesNotContainKey(Verdict.FAILED);
        assertThat(faulty).as("faulty projects").doesNotContainKey(Verdict.PASSED);
        assertThat((count(clean) + count(faulty)) * 20)
                .as("INCOMPLETE, at most one in twenty")
                .isLessThanOrEqualTo(all);
    }

    private static int count(Map<Verdict, Integer> verdicts) {
        return verdicts.getOrDefault(Verdict.INCOMPLETE, 0);
    }

    private void all(List<Change> changes, Path folder, Map<Verdict, Integer> verdicts) throws Exception {
        for (Change change : changes.subList(0, Math.min(projects, changes.size()))) {
            Project project = change.project(folder);
            RehearsalReport[] report = new RehearsalReport[1];
            double seconds = Bench.seconds(() -> report[0] = project.rehearse(message -> {}));
            Verdict verdict = report[0].verdict();
            verdicts.merge(verdict, 1, Integer::sum);
            String row = String.format(
                    Locale.ROOT,
                    "%-8s %-16s %-10s %6.1f s  %s%n",
                    folder.getFileName(),
                    change.name(),
                    verdict,
                    seconds,
                    errors(report[0]));
            System.out.print(row); // a long run that is broken off has told something
            table.append(row);
        }
    }

    private static String errors(RehearsalReport report) {
        return Stream.concat(
                        report.findings().stream(),
                        report.migrations().stream()
                                .map(MigrationResult::findings)
                                .flatMap(List::stream))
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(BusyBenchmark::words)
                .collect(Collectors.joining("; "));
    }

    private static String words(Finding finding) {
        return finding.rule() + ": " + finding.message().lines().findFirst().orElse("");
    }
}
