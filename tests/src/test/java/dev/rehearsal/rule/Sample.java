package dev.rehearsal.rule;

import dev.rehearsal.application.ApplicationFolder;
import dev.rehearsal.application.ApplicationStatement;
import dev.rehearsal.flyway.FlywayProject;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.result.MigrationFacts;
import dev.rehearsal.result.MigrationResult;
import dev.rehearsal.scenario.BackfillRehearsal;
import dev.rehearsal.scenario.CrashLimits;
import dev.rehearsal.scenario.CrashRehearsal;
import dev.rehearsal.scenario.OldApplication;
import dev.rehearsal.scenario.Outcome;
import dev.rehearsal.scenario.Roundtrip;
import dev.rehearsal.scenario.Scenario;
import dev.rehearsal.scenario.Slowness;
import dev.rehearsal.scenario.Stage;
import dev.rehearsal.scenario.TestStages;
import dev.rehearsal.volume.VolumeProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A script of {@code src-samples/rules} and what it proves.
 *
 * @param rule the rule's id
 * @param quality {@code bad} or {@code good}
 */
record Sample(String rule, String quality) {
    static final Path ROOT = Path.of("..", "src-samples", "rules");
    private static final String OUTSIDE = "-- Runs outside a transaction.";
    private static final Pattern ALSO = Pattern.compile("(?m)^-- Also: ([a-z, -]+?)(?:, for .*)?$");
    private static final Set<String> BATCHES = Set.of(
            "write-not-batched",
            "backfill-not-resumable",
            "backfill-slows-down",
            "backfill-misses-concurrent-writes",
            "backfill-rewrites-twice");
    /** Whoever waits for another build on the machine is not at fault. */
    static final Budgets PATIENT = new Budgets(Duration.ofHours(1), Duration.ofHours(1), Duration.ofHours(1));

    static List<String> rules() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String script() {
        return read(quality + ".sql");
    }

    /** {@return what must be found} */
    Set<String> expected() {
        Set<String> expected = new TreeSet<>();
        if (quality.equals("bad")) {
            expected.add(rule);
        }
        Matcher also = ALSO.matcher(script());
        if (also.find()) {
            expected.addAll(Arrays.asList(also.group(1).split(", ")));
        }
        return expected;
    }

    /** Rehearses it, as a user's build would, in a folder of its own. */
    MigrationResult rehearse(Path folder) throws SQLException {
        Map<String, String> scripts = new TreeMap<>();
        scripts.put("V1__base", read("../base.sql") + (has("base.sql") ? read("base.sql") : ""));
        scripts.put("V2__sample", script());
        scripts.put("U2__sample", read(quality + ".undo.sql"));
        return new Judge(TestRules.POSTGRES, PATIENT)
                .judge(rehearse(folder, scripts, VolumeProfile.uniform(1, 0), this::scenarios));
    }

    /** {@return what is rehearsed besides, as far as the rule is about that} */
    private List<Scenario> scenarios(FlywayRunner runner) {
        CrashLimits crashes =
                rule.contains("crash") ? CrashLimits.of(CrashLimits.POINTS) : CrashLimits.off("not asked");
        CrashLimits batches = BATCHES.contains(rule) ? CrashLimits.of(1) : CrashLimits.off("not asked");
        return List.of(
                new OldApplication(runner, application(), Duration.ofSeconds(5), Slowness.ANY),
                new CrashRehearsal(runner.fresh(), crashes, Progress.SILENT),
                new BackfillRehearsal(runner.fresh(), batches, 1, Progress.SILENT));
    }

    /** {@return what the application runs, where that is what the rule is about} */
    private List<ApplicationStatement> application() {
        return has("application")
                ? ApplicationFolder.read(ROOT.resolve(rule).resolve("application"), new PostgresLexer())
                : List.of();
    }

    /** {@return what a rehearsal of the second script sees, on a database in which the first was applied} */
    static MigrationFacts rehearse(Path folder, Map<String, String> scripts, VolumeProfile profile)
            throws SQLException {
        return rehearse(folder, scripts, profile, runner -> List.of());
    }

    private static MigrationFacts rehearse(
            Path folder,
            Map<String, String> scripts,
            VolumeProfile profile,
            Function<FlywayRunner, List<Scenario>> scenarios)
            throws SQLException {
        Path migrations = folder.resolve("src/main/resources/db/migration");
        scripts.forEach((name, sql) -> write(migrations, name, sql));
        FlywayRunner runner = FlywayRunner.of(
                FlywayProject.at(folder).withSettings(Map.of("flyway.postgresql.transactional.lock", "false")));
        List<Migration> history = runner.history().migrations();
        Stage stage = TestStages.empty(runner);
        if (runner.up(stage.dataSource(), history.get(0), RunEvents.NONE) != null) {
            throw new IllegalStateException("the first script failed");
        }
        Outcome outcome = new Roundtrip(runner, Duration.ofMinutes(2), profile, scenarios.apply(runner))
                .rehearse(history.get(1), stage);
        outcome.complete();
        if (outcome.stage() != null) {
            outcome.stage().close();
        }
        return outcome.facts();
    }

    private boolean has(String name) {
        return Files.exists(ROOT.resolve(rule).resolve(name));
    }

    private String read(String name) {
        try {
            return Files.readString(ROOT.resolve(rule).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String name, String sql) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".sql"), sql);
            if (sql.startsWith(OUTSIDE)) {
                Files.writeString(folder.resolve(name + ".sql.conf"), "executeInTransaction=false\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return rule + ", " + quality;
    }
}
