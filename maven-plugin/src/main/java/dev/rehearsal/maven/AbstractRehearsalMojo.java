package dev.rehearsal.maven;

import dev.rehearsal.RehearsalProject;
import dev.rehearsal.settings.InvalidSettingException;
import dev.rehearsal.settings.Key;
import dev.rehearsal.settings.Settings;
import dev.rehearsal.settings.SettingsFile;
import dev.rehearsal.spi.ServerPrograms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The parameters that all goals share, and how all of them begin and end. */
abstract class AbstractRehearsalMojo extends AbstractProjectMojo {
    private static final String SOURCE = "pom.xml or -Drehearsal.…";

    /**
     * The database: {@code embedded}, {@code embedded:17}, {@code container:postgres:18} or {@code jdbc:postgresql://…};
     * {@code embedded} by default.
     */
    @Parameter(property = "rehearsal.database")
    private @Nullable String database;

    /** Further databases on which the same is rehearsed; the report tells what differs there. */
    @Parameter(property = "rehearsal.also")
    private @Nullable List<String> also;

    /** The user of a {@code jdbc:} database. */
    @Parameter(property = "rehearsal.database.user")
    private @Nullable String databaseUser;

    /** The password of a {@code jdbc:} database. */
    @Parameter(property = "rehearsal.database.password")
    private @Nullable String databasePassword;

    /** Says that the user of a {@code jdbc:} database may be a superuser. */
    @Parameter(property = "rehearsal.database.superuser")
    private @Nullable String databaseSuperuser;

    /** Says that a {@code jdbc:} server is there to be used up: databases of our own name are made and dropped on it. */
    @Parameter(property = "rehearsal.disposable")
    private @Nullable String disposable;

    /** Hosts, besides this machine, on which a {@code jdbc:} server may be. */
    @Parameter(property = "rehearsal.allowedHosts")
    private @Nullable List<String> allowedHosts;

    /** The volume profile: how many rows each table has and how its columns are distributed. */
    @Parameter(property = "rehearsal.volume")
    private @Nullable String volume;

    /** Rows of each table that the volume profile does not name; 10,000 by default. */
    @Parameter(property = "rehearsal.rows")
    private @Nullable String rows;

    /** What all row counts are multiplied by. */
    @Parameter(property = "rehearsal.scale")
    private @Nullable String scale;

    /** Everything random comes from it. */
    @Parameter(property = "rehearsal.seed")
    private @Nullable String seed;

    /** A directory in which the rows that tables are filled with are kept from run to run; none by default. */
    @Parameter(property = "rehearsal.cache")
    private @Nullable String cache;

    /** Rehearses only what is new or changed since this git ref, such as {@code origin/main}. */
    @Parameter(property = "rehearsal.since")
    private @Nullable String since;

    /** The first version to rehearse. */
    @Parameter(property = "rehearsal.from")
    private @Nullable String from;

    /** The last version to rehearse. */
    @Parameter(property = "rehearsal.to")
    private @Nullable String to;

    /**
     * The limits: {@code <lock>500ms</lock><stall>1s</stall><duration>5m</duration>}, and with
     * {@code <size>production</size>} for what is predicted for production's rows; on the command line
     * {@code -Drehearsal.budgets.lock=500ms} and so on.
     */
    @Parameter
    private @Nullable Map<String, String> budgets;

    /** When a statement that does not end is cancelled; 10m by default. */
    @Parameter(property = "rehearsal.statementTimeout")
    private @Nullable String statementTimeout;

    /**
     * Which scenarios are rehearsed beside the roundtrip: some of {@code rollback-after-use}, {@code lock-queue},
     * {@code half-applied}, {@code crash}, {@code backfill}, {@code old-application}, {@code deployment}; all by default. What
     * is left out is not measured.
     */
    @Parameter(property = "rehearsal.scenarios")
    private @Nullable String scenarios;

    /**
     * How long a transaction that has read its tables stands in each migration's way at most; 2s by default, 0s for not at
     * all.
     */
    @Parameter(property = "rehearsal.lockQueue.hold")
    private @Nullable String lockQueueHold;

    /** A folder of the application's own statements, {@code *.sql}, which run before, during and after each up and down. */
    @Parameter(property = "rehearsal.application")
    private @Nullable String application;

    /** When a statement of the application that does not end, or does not get its lock, has failed; 5s by default. */
    @Parameter(property = "rehearsal.applicationTimeout")
    private @Nullable String applicationTimeout;

    /**
     * Whether each up is killed at many moments and run again: {@code true}, {@code false}, or {@code auto}, which is
     * only with {@code since}.
     */
    @Parameter(property = "rehearsal.crash")
    private @Nullable String crash;

    /** At how many moments of one migration at most it is killed; 20 by default. */
    @Parameter(property = "rehearsal.crash.points")
    private @Nullable String crashPoints;

    /**
     * How long a service that migrates when it boots may take until its supervisor kills it, for example {@code 60s}: what
     * its probe allows. Not asked by default.
     */
    @Parameter(property = "rehearsal.deploy.probe")
    private @Nullable String deployProbe;

    /** Says that each rehearsed migration must have a {@code @MigrationTest}; false by default. */
    @Parameter(property = "rehearsal.requireTests")
    private @Nullable String requireTests;

    /** What is accepted of old migrations; {@code rehearsal-baseline.yaml} in the project's root, if it exists. */
    @Parameter(property = "rehearsal.baseline")
    private @Nullable String baseline;

    /** Leaves the goal out. */
    @Parameter(property = "rehearsal.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Rehearsal is left out: rehearsal.skip is set.");
            return;
        }
        try {
            act();
        } catch (MojoExecutionException e) {
            throw GoalFailure.of(e);
        } catch (MojoFailureException e) {
            throw GoalFailure.of(e);
        }
    }

    /** Does what the goal is for. What it says of foreign text when it fails is made inert by the caller. */
    abstract void act() throws MojoExecutionException, MojoFailureException;

    final MavenProject project() {
        return project;
    }

    final MavenSession session() {
        return session;
    }

    /** {@return the settings of the build, and where it says nothing, of rehearsal.yaml} */
    final Settings settings() throws MojoExecutionException {
        KnownParameters.check(execution, session);
        try {
            return Settings.of(written(), SOURCE)
                    .orElse(SettingsFile.read(project.getBasedir().toPath()));
        } catch (InvalidSettingException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** {@return the settings of this goal alone} */
    Map<Key, String> own() {
        return Map.of();
    }

    /** {@return the project as the settings describe it} */
    final RehearsalProject rehearsed(ClassLoader classes, ServerPrograms.@Nullable Repository repository)
            throws MojoExecutionException {
        return new RehearsalProject(
                project.getBasedir().toPath(),
                settings(),
                RunnerConfiguration.of(project, session),
                classes,
                new ServerPrograms(classes, repository));
    }

    private Map<String, String> written() {
        Map<String, String> texts = new LinkedHashMap<>();
        put(texts, Key.DATABASE, database);
        put(texts, Key.ALSO, also == null ? null : String.join(",", also));
        put(texts, Key.DATABASE_USER, databaseUser);
        put(texts, Key.DATABASE_PASSWORD, databasePassword);
        put(texts, Key.DATABASE_SUPERUSER, databaseSuperuser);
        put(texts, Key.DISPOSABLE, disposable);
        put(texts, Key.ALLOWED_HOSTS, allowedHosts == null ? null : String.join(",", allowedHosts));
        put(texts, Key.VOLUME, volume);
        put(texts, Key.ROWS, rows);
        put(texts, Key.SCALE, scale);
        put(texts, Key.SEED, seed);
        put(texts, Key.CACHE, cache);
        put(texts, Key.SINCE, since);
        put(texts, Key.FROM, from);
        put(texts, Key.TO, to);
        put(texts, Key.STATEMENT_TIMEOUT, statementTimeout);
        put(texts, Key.SCENARIOS, scenarios);
        put(texts, Key.LOCK_QUEUE_HOLD, lockQueueHold);
        put(texts, Key.APPLICATION, application);
        put(texts, Key.APPLICATION_TIMEOUT, applicationTimeout);
        put(texts, Key.CRASH, crash);
        put(texts, Key.CRASH_POINTS, crashPoints);
        put(texts, Key.DEPLOY_PROBE, deployProbe);
        put(texts, Key.REQUIRE_TESTS, requireTests);
        put(texts, Key.BASELINE, baseline);
        ofProject().forEach((key, text) -> put(texts, key, text));
        own().forEach((key, text) -> put(texts, key, text));
        if (budgets != null) {
            budgets.forEach((name, limit) -> texts.put("budgets." + name, limit));
        }
        for (Key budget : new Key[] {Key.BUDGET_LOCK, Key.BUDGET_STALL, Key.BUDGET_DURATION, Key.BUDGET_SIZE}) {
            put(texts, budget, session.getUserProperties().getProperty("rehearsal." + budget.id()));
        }
        return texts;
    }

    private static void put(Map<String, String> texts, Key key, @Nullable String text) {
        if (text != null) {
            texts.put(key.id(), text);
        }
    }
}
