package dev.rehearsal.migration;

import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Applies and undoes migrations as the project's own runner does in production: with its configuration, transactions,
 * callbacks and placeholders. Each call opens fresh connections from the data source that it is given and closes them.
 *
 * <p>One up and one down may run at the same time, on two databases; otherwise not safe for use by several threads.
 */
public interface MigrationRunner {
    /** {@return its name in reports} */
    String id();

    /**
     * {@return everything there is to run; reads files and classes, never a database}
     *
     * @throws MigrationSourceException if a location is missing or a configuration cannot be read
     */
    MigrationHistory history();

    /**
     * {@return a runner of the same files that knows nothing of what this one has run, and may be used at the same time;
     * reads nothing again. May be called by several threads}
     */
    MigrationRunner fresh();

    /** {@return what it lets a rehearsal do} */
    default RunnerCapabilities capabilities() {
        return RunnerCapabilities.ALL;
    }

    /**
     * {@return a runner of the same files that sends each statement for itself, with the same effect, where this one
     * sends a whole script at once; itself if there is no difference}
     */
    default MigrationRunner apart() {
        return this;
    }

    /**
     * {@return everything that this runner reads, held against an earlier time; reads no database}
     *
     * @param then the project's files at that time
     * @throws MigrationSourceException if they cannot be read
     */
    RunnerChanges changesSince(EarlierFiles then);

    /**
     * {@return a runner of the same files that keeps these repeatable scripts at their text before, or away if they had
     * none, until it is asked for them, one after the other in this order}
     *
     * @param repeatables as {@link #changesSince} gives them; others are passed over
     */
    MigrationRunner holdingBack(List<Migration> repeatables);

    /**
     * {@return a runner of the same files as if it had no such repeatable scripts; empty if it cannot leave any out}
     *
     * @param repeatables some of the history's
     */
    default Optional<MigrationRunner> without(List<Script> repeatables) {
        return Optional.empty();
    }

    /**
     * Applies all pending migrations up to this one, the repeatable ones that fit included. A repeatable script that is
     * held back comes after all versions.
     *
     * @param database where
     * @param target the newest to apply
     * @param events told of each statement
     * @return null if all was applied, else why not
     */
    @Nullable
    RunFailure up(DataSource database, Migration target, RunEvents events);

    /**
     * Applies all pending migrations; what is held back stays as it was.
     *
     * @param database where
     * @return null if all was applied, else why not
     */
    @Nullable
    RunFailure head(DataSource database);

    /**
     * Undoes the newest applied migration by its undo script, a repeatable one by its text before, and keeps the history
     * right.
     *
     * @param database where
     * @param migration the newest that is applied; it has a way back
     * @param events told of each statement
     * @return null if it was undone, else why not
     */
    @Nullable
    RunFailure down(DataSource database, Migration migration, RunEvents events);

    /**
     * {@return what the runner's history in a database says of a migration}
     *
     * @param database where; only read
     * @param migration which
     * @throws SQLException if it cannot be asked
     */
    RunState state(DataSource database, Migration migration) throws SQLException;

    /**
     * Corrects the runner's history where it refuses to go on after a failure, as an operator would; no script is run.
     *
     * @param database where
     * @return null if it was corrected, else why not
     */
    @Nullable
    RunFailure repair(DataSource database);

    /**
     * {@return why the project's runner would wait for itself if it applied this migration in production, or null if it
     * would not; decided from its configuration and the script, without a database}
     *
     * @param migration any of the history
     */
    @Nullable
    String hangs(Migration migration);

    /**
     * {@return what the runner's sessions say when they connect, by the names of the engine's driver: what the project's own
     * connections say, without who and where}
     */
    default Map<String, String> session() {
        return Map.of();
    }

    /** {@return what the project says to its runner that has no effect on a rehearsal, one sentence each, with the reason} */
    default List<String> notes() {
        return List.of();
    }

    /**
     * {@return what a database says it has applied, held against the project's migrations}
     *
     * @param database where; only read
     * @param upTo the version up to which all should be applied
     * @throws SQLException if it cannot be asked
     */
    Applied applied(DataSource database, String upTo) throws SQLException;

    /** {@return every script as the runner cuts it into statements, by the script} */
    Map<Script, ScriptStatements> statements();

    /**
     * Makes it as good as a {@linkplain #fresh fresh} one, which is dear to make.
     *
     * @return whether it is; not if code of the project's own may remember something
     */
    boolean forget();

    /** {@return the tables that the runner keeps for itself in a database, as {@code schema.table}: not the user's} */
    Set<QualifiedName> ownTables();
}
