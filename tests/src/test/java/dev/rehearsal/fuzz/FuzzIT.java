package dev.rehearsal.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Phase;
import dev.rehearsal.result.Severity;
import dev.rehearsal.result.Verdict;
import dev.rehearsal.testing.TestPostgres;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Migrations with right and wrong undos, the truth of which is known by construction. A failure names its seed and shows
 * its scripts; {@code -Drehearsal.fuzz.seed=} repeats it, {@code -Drehearsal.fuzz.pairs=} says how many to try.
 */
class FuzzIT {
    private static final int PAIRS = Integer.getInteger("rehearsal.fuzz.pairs", 75);
    private static final long SEED = Long.getLong("rehearsal.fuzz.seed", 20261125L);

    @TempDir
    private Path folder;

    @BeforeAll
    static void make_roles() {
        TestPostgres.run(TestPostgres.address("postgres"), """
                DO $$ BEGIN CREATE ROLE fuzz_reader; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                DO $$ BEGIN CREATE ROLE fuzz_owner; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
                """);
    }

    @Test
    void every_verdict_agrees_with_the_truth() throws IOException {
        List<String> disagreements = new ArrayList<>();
        int right = 0;
        long end = SEED + PAIRS;
        for (long seed = SEED; seed < end; ) {
            Bundle bundle = Bundle.of(seed, end);
            right += (int) bundle.pairs().stream()
                    .filter(pair -> pair.told().isEmpty())
                    .count();
            disagreements.addAll(rehearse(bundle, Files.createDirectory(folder.resolve("from" + seed))));
            seed += bundle.pairs().size();
        }
        System.out.printf(
                "fuzz: %d pairs of %d kinds of change from seed %d, %d right, %d wrong: %d disagreements%n",
                PAIRS, Pair.changes(), SEED, right, PAIRS - right, disagreements.size());
        assertThat(disagreements).isEmpty();
    }

    private static List<String> rehearse(Bundle bundle, Path folder) {
        List<String> disagreements;
        try {
            disagreements = compare(bundle, Rehearsed.of(bundle, folder));
        } catch (SQLException | IOException | RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            disagreements = List.of(replay(bundle.first(), bundle.pairs().size()) + "crash: "
                    + trace.toString().lines().limit(12).collect(Collectors.joining("\n")));
        }
        disagreements.forEach(System.out::println);
        return disagreements;
    }

    private static List<String> compare(Bundle bundle, Rehearsed rehearsed) {
        List<String> disagreements = new ArrayList<>();
        Set<String> extra = new TreeSet<>(rehearsed.told());
        extra.removeAll(bundle.told());
        if (!extra.isEmpty()) {
            disagreements.add(replay(bundle.first(), bundle.pairs().size()) + "told though not so: " + extra);
        }
        for (int i = 0; i < bundle.pairs().size(); i++) {
            Pair pair = bundle.pairs().get(i);
            Set<String> missing = new TreeSet<>(pair.told());
            missing.removeAll(rehearsed.told());
            if (!missing.isEmpty()) {
                disagreements.add(replay(bundle.first() + i, 1) + "not told: " + missing + '\n' + pair);
            }
        }
        boolean grave = bundle.told().stream().anyMatch(line -> !line.startsWith("~"));
        Verdict verdict = rehearsed.result().verdict();
        boolean again = rehearsed.result().facts().phase(Phase.UP_AGAIN).isPresent();
        if (verdict != (grave ? Verdict.FAILED : Verdict.PASSED) || (!grave && !again)) {
            disagreements.add(replay(bundle.first(), bundle.pairs().size()) + verdict + ": " + errors(rehearsed));
        }
        return disagreements;
    }

    private static String replay(long seed, int pairs) {
        return "-Drehearsal.fuzz.seed=" + seed + " -Drehearsal.fuzz.pairs=" + pairs + '\n';
    }

    private static List<Finding> errors(Rehearsed rehearsed) {
        return rehearsed.result().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
