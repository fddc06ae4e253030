package dev.rehearsal.junit.stage;

import dev.rehearsal.RehearsalOptions;
import dev.rehearsal.flyway.FlywayRunner;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.scenario.Stage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The migrations of one set-up and the stages before each. Safe for use by several threads. */
public final class Production implements AutoCloseable {
    private final Setup setup;
    private final RehearsalOptions options;
    private final FlywayRunner runner;
    private final SharedServer server;
    private @Nullable Ladder ladder;

    Production(Setup setup, RehearsalOptions options, SharedServer server) {
        this.setup = setup;
        this.options = options;
        this.runner = setup.project().runner();
        this.server = server;
    }

    /** {@return all migrations of the project} */
    public MigrationHistory history() {
        return runner.history();
    }

    /** {@return a runner of one's own: what one run has learnt must not guide another} */
    public MigrationRunner runner() {
        return runner.fresh();
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
        return ladder().copyOfRung(history().migrations().indexOf(migration));
    }

    /**
     * Drops a stage, some time soon.
     *
     * @param stage one of this production
     */
    public void discard(Stage stage) {
        server.cleaner().drop(stage);
    }

    private synchronized Ladder ladder() {
        if (ladder == null) {
            ladder = new Ladder(
                    history().migrations(),
                    this::runner,
                    setup.volume(options.volume()),
                    server.house(runner.ownTables()),
                    server.cleaner());
        }
        return ladder;
    }

    @Override
    public synchronized void close() {
        if (ladder != null) {
            ladder.close();
            ladder = null;
        }
    }
}
