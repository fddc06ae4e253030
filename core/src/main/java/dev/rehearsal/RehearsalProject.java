package dev.rehearsal;

import dev.rehearsal.approval.ApprovalRules;
import dev.rehearsal.approval.Approvals;
import dev.rehearsal.approval.CurrentScripts;
import dev.rehearsal.baseline.BaselineFile;
import dev.rehearsal.coverage.TestSearch;
import dev.rehearsal.database.Credentials;
import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.database.DatabaseSpec;
import dev.rehearsal.database.ServerAccess;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.rule.Baseline;
import dev.rehearsal.rule.Budgets;
import dev.rehearsal.rule.Judge;
import dev.rehearsal.rule.Rules;
import dev.rehearsal.scenario.ChosenScenarios;
import dev.rehearsal.scenario.CrashLimits;
import dev.rehearsal.selection.Selector;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.spi.Engine;
import dev.rehearsal.spi.Modules;
import dev.rehearsal.spi.RunnerFactory;
import dev.rehearsal.spi.RunnerProject;
import dev.rehearsal.spi.ServerPrograms;
import dev.rehearsal.volume.VolumeException;
import dev.rehearsal.volume.VolumeFile;
import dev.rehearsal.volume.VolumeProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A project as a build tool or a test sees it, and what its settings mean.
 *
 * @param root the project's root, from which relative paths are found
 * @param settings what it asks for
 * @param build what the build says to the runner, by the runner's own keys
 * @param classes finds Java migrations and callbacks
 * @param programs where the programs of an embedded server come from
 */
public record RehearsalProject(
        Path root, Settings settings, Map<String, String> build, ClassLoader classes, ServerPrograms programs) {
    /** Rows of each table when nothing is said. */
    public static final long DEFAULT_ROWS = 10_000;

    /** The seed when nothing is said. */
    public static final long DEFAULT_SEED = 42;

    private static final Duration DEFAULT_STATEMENT_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration DEFAULT_LOCK_QUEUE_HOLD = Duration.ofSeconds(2);
    private static final int MOST_CRASHES = 1000;
    private static final Path DEFAULT_VOLUME = Path.of("src/test/rehearsal/volume.yaml");

    /**
     * {@return the options that the settings stand for}
     *
     * @throws InvalidSettingException if a setting cannot be used
     */
    public RehearsalOptions options() {
        return new RehearsalOptions(
                runner(),
                engine().provider(database(), access(), programs),
                engine().dialect(settings.text(Key.CACHE).map(root::resolve).orElse(null)),
                selector(),
                volume(),
                judge(BaselineFile.read(
                        baselineFile(), settings.text(Key.BASELINE).isPresent())),
                settings.duration(Key.STATEMENT_TIMEOUT).orElse(DEFAULT_STATEMENT_TIMEOUT),
                settings.duration(Key.LOCK_QUEUE_HOLD).orElse(DEFAULT_LOCK_QUEUE_HOLD),
                OwnStatements.read(root, settings, engine().lexer()),
                crash(),
                TestSearch.NONE,
                chosen());
    }

    /** {@return the same project on each further database that it asks for, by the setting of that database} */
    public Map<String, RehearsalProject> also() {
        Map<String, RehearsalProject> others = new LinkedHashMap<>();
        for (String other : settings.list(Key.ALSO)) {
            Settings there = Settings.of(Map.of(Key.DATABASE.id(), other), "rehearsal.also");
            others.put(other, new RehearsalProject(root, there.orElse(settings), build, classes, programs));
        }
        return others;
    }

    /** {@return the runner of the project's migrations} */
    public MigrationRunner runner() {
        return runnerFactory().open(seenByRunner());
    }

    /** {@return the runner that is asked for, or that fits the project} */
    RunnerFactory runnerFactory() {
        return Modules.runner(settings.text(Key.RUNNER).orElse("auto"), seenByRunner());
    }

    /** {@return the database that the configuration of a runner names; empty if none names one} */
    Optional<DatabaseAddress> configuredDatabase() {
        return Modules.runners().stream()
                .flatMap(runner -> runner.database(seenByRunner()).stream())
                .findFirst();
    }

    /** {@return the engine of the database that is asked for} */
    Engine engine() {
        return Modules.engine(database());
    }

    /** {@return the project as its runner sees it} */
    RunnerProject seenByRunner() {
        return new RunnerProject(
                root, build, settings.list(Key.LOCATIONS), engine(), classes, RunnerSettings.of(settings));
    }

    /**
     * {@return the sign-offs of the project}
     *
     * @param reports the folder of the rehearsal's reports
     * @param clock tells the time
     * @throws InvalidSettingException if a setting cannot be used
     */
    public Approvals approvals(Path reports, Clock clock) {
        MigrationRunner runner = runner();
        CurrentScripts scripts = new CurrentScripts(selector().select(runner).migrations(), runner.history());
        return new Approvals(root, reports, ApprovalRules.of(settings), scripts, clock);
    }

    /** {@return how many rows, and of what} */
    public VolumeProfile volume() {
        VolumeProfile profile = VolumeProfile.uniform(DEFAULT_SEED, DEFAULT_ROWS);
        Optional<Path> file = volumeFile();
        if (file.isPresent()) {
            try {
                profile = VolumeFile.read(file.get(), profile);
            } catch (VolumeException e) {
                throw new InvalidSettingException(e.getMessage());
            }
        }
        Optional<Long> rows = settings.number(Key.ROWS);
        Optional<Double> scale = settings.factor(Key.SCALE);
        Optional<Long> seed = settings.number(Key.SEED);
        profile = rows.map(profile::withDefaultRows).orElse(profile);
        profile = scale.map(profile::scaled).orElse(profile);
        return seed.map(profile::seeded).orElse(profile);
    }

    /** {@return where the volume profile is, or would be written} */
    Path volumePath() {
        return settings.text(Key.VOLUME).map(root::resolve).orElseGet(() -> root.resolve(DEFAULT_VOLUME));
    }

    private Optional<Path> volumeFile() {
        Optional<Path> named = settings.text(Key.VOLUME).map(root::resolve);
        if (named.isPresent() && !Files.exists(named.get())) {
            throw new InvalidSettingException("rehearsal.volume=" + named.get() + ": there is no such file.");
        }
        return named.or(() -> Optional.of(root.resolve(DEFAULT_VOLUME)).filter(Files::exists));
    }

    private DatabaseSpec database() {
        try {
            return DatabaseSpec.parse(settings.text(Key.DATABASE).orElse("embedded"));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("rehearsal.database: " + e.getMessage());
        }
    }

    private ServerAccess access() {
        return new ServerAccess(
                new Credentials(
                        settings.text(Key.DATABASE_USER).orElse(""),
                        settings.text(Key.DATABASE_PASSWORD).orElse("")),
                settings.isOn(Key.DISPOSABLE),
                settings.isOn(Key.DATABASE_SUPERUSER),
                Set.copyOf(settings.list(Key.ALLOWED_HOSTS)),
                Modules.runners().stream()
                        .flatMap(runner -> runner.forbiddenUrl(seenByRunner()).stream())
                        .toList());
    }

    private Selector selector() {
        Optional<String> since = settings.text(Key.SINCE);
        Optional<String> from = settings.text(Key.FROM);
        Optional<String> to = settings.text(Key.TO);
        if (since.isPresent() && (from.isPresent() || to.isPresent())) {
            throw new InvalidSettingException(
                    "rehearsal.since and rehearsal.from or rehearsal.to exclude each other: leave one out.");
        }
        if (since.isPresent()) {
            boolean forwardOnly = new WaysBackSetting(settings).waysBack().reason() != null;
            List<Path> beforehand =
                    settings.list(Key.BEFOREHAND).stream().map(root::resolve).toList();
            return Selector.since(root, since.get(), forwardOnly, beforehand);
        }
        return from.isEmpty() && to.isEmpty() ? Selector.ALL : Selector.range(from.orElse(null), to.orElse(null));
    }

    private ChosenScenarios chosen() {
        try {
            return ChosenScenarios.of(settings.list(Key.SCENARIOS));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("rehearsal.scenarios: " + e.getMessage());
        }
    }

    /** What is long is worth it where a change is reviewed, and not where a whole history is gone through. */
    private CrashLimits crash() {
        long points = settings.number(Key.CRASH_POINTS).orElse((long) CrashLimits.POINTS);
        if (points < 1 || points > MOST_CRASHES) {
            throw new InvalidSettingException("rehearsal.crash.points=" + points + ": write a number from 1 to "
                    + MOST_CRASHES + ", or rehearsal.crash=false.");
        }
        boolean since = settings.text(Key.SINCE).isPresent();
        return switch (settings.text(Key.CRASH).orElse("auto")) {
            case "true" -> CrashLimits.of((int) points);
            case "false" -> CrashLimits.off("it is switched off by rehearsal.crash=false");
            case "auto" ->
                since
                        ? CrashLimits.of((int) points)
                        : CrashLimits.off(
                                "it is on by itself only with rehearsal.since; ask with rehearsal.crash=true");
            default ->
                throw new InvalidSettingException(
                        "rehearsal.crash=" + settings.text(Key.CRASH).orElse("") + ": write auto, true or false.");
        };
    }

    /** {@return where the baseline is, or would be written} */
    public Path baselineFile() {
        return root.resolve(settings.text(Key.BASELINE).orElse(BaselineFile.NAME));
    }

    /** {@return the rules for the database that is asked for} */
    public Rules rules() {
        return Rules.of(engine().rules(), engine().recipes());
    }

    /**
     * {@return who holds facts against the rules and the limits}
     *
     * @param baseline what the project accepts of old
     */
    Judge judge(Baseline baseline) {
        return new Judge(rules(), budgets(), baseline);
    }

    Budgets budgets() {
        return new BudgetSettings(settings, rules()).budgets();
    }
}
