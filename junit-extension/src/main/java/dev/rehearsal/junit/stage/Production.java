package dev.rehearsal.junit.stage;

import dev.rehearsal.RehearsalOptions;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.scenario.Stage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The migrations of one set-up and the stages before each. Safe for use by several threads. */
public final class Production implements AutoCloseable {
    private final Setup setup;
    private final RehearsalOptions options;
    private final MigrationRunner runner;
    private final Runners runners;
    private final Set<Object> announced = new HashSet<>();
    private final SharedServer server;
    private @Nullable StageTemplates templates;

    Production(Setup setup, RehearsalOptions options, SharedServer server) {
        this.setup = setup;
        this.options = options;
        this.runner = setup.project().runner();
        this.runners = new Runners(runner);
        this.server = server;
    }

    /** {@return all migrations of the project} */
    public MigrationHistory history() {
        return runner.history();
    }

    /** {@return a runner for one test; the caller {@linkplain #giveBack gives it back}} */
    public MigrationRunner runner() {
        return runners.borrow();
    }

    /**
     * Takes a runner back, to forget what it has learnt: that must not guide another test.
     *
     * @param borrowed one of this production
     */
    public void giveBack(MigrationRunner borrowed) {
        runners.giveBack(borrowed);
    }

    /**
     * Says that tests will ask for the stages before these migrations, so that copies can be made ahead. It is no harm
     * if they do not.
     *
     * @param who says it; what was said before is not taken again
     * @param versions of the migrations, one for each test; what the history does not have is left out
     */
    public void expect(Object who, Supplier<List<String>> versions) {
        synchronized (announced) {
            if (!announced.add(who)) {
                return;
            }
        }
        List<Migration> known = history().migrations();
        for (String version : versions.get()) {
            known.stream()
                    .filter(migration -> migration.id().isCalled(version))
                    .findFirst()
                    .ifPresent(this::expect);
        }
    }

    /**
     * Says that one more test will ask for the stage before a migration.
     *
     * @param migration one of the history
     */
    public void expect(Migration migration) {
        templates().expect(history().migrations().indexOf(migration), 1);
    }

    /** {@return when a statement that does not end is cancelled} */
    public Duration statementTimeout() {
        return options.statementTimeout();
    }

    /**
     * {@return a copy of the stage right before a migration; the caller {@linkplain #discard discards} it}
     *
     * @param migration one of the history
     * @throws StageException if the stage cannot be built
     */
    public Stage before(Migration migration) {
        return templates().copyAt(history().migrations().indexOf(migration));
    }

    /**
     * {@return one more copy of that stage, for a test that has one already}
     *
     * @param migration one of the history
     * @throws StageException if the stage cannot be built
     */
    public Stage againBefore(Migration migration) {
        return templates().furtherCopyAt(history().migrations().indexOf(migration));
    }

    /**
     * Drops a stage, some time soon.
     *
     * @param stage one of this production
     */
    public void discard(Stage stage) {
        server.cleaner().drop(stage);
    }

    private synchronized StageTemplates templates() {
        if (templates == null) {
            templates = new StageTemplates(
                    new TemplateStep(history().migrations(), runners, setup.volume(options.volume())),
                    server.pool(options.with(runner)),
                    server.cleaner());
        }
        return templates;
    }

    @Override
    public synchronized void close() {
        if (templates != null) {
            templates.close();
            templates = null;
        }
    }
}
