package dev.rehearsal.junit.stage;

import dev.rehearsal.RehearsalOptions;
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
    private final SharedServer server;
    private @Nullable Ladder ladder;

    Production(Setup setup, RehearsalOptions options, SharedServer server) {
        this.setup = setup;
        this.options = options;
        this.server = server;
    }

    /** {@return all migrations of the project} */
    public MigrationHistory history() {
        return options.runner().history();
    }

    /** {@return a runner of one's own: what one run has learnt must not guide another} */
    public MigrationRunner runner() {
        return setup.project().runner();
    }

    /** {@return when a statement that does not end is cancelled} */
    public Duration statementTimeout() {
        return options.statementTimeout();
    }

    /**
     * {@return a copy of the stage right before a migration; the caller closes it}
     *
     * @param migration one of the history
     * @throws StageException if the stage cannot be built
     */
    public Stage before(Migration migration) {
        return ladder().copyOfRung(history().migrations().indexOf(migration));
    }

    private synchronized Ladder ladder() {
        if (ladder == null) {
            ladder = new Ladder(
                    history().migrations(),
                    this::runner,
                    setup.volume(options.volume()),
                    server.house(options.runner().ownTables()));
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
