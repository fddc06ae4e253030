package dev.rehearsal.junit;

import dev.rehearsal.dialect.Observation;
import dev.rehearsal.dialect.ObservationOptions;
import dev.rehearsal.dialect.UnansweredException;
import dev.rehearsal.dialect.assertion.AssertedDatabase;
import dev.rehearsal.junit.stage.Production;
import dev.rehearsal.junit.stage.StageException;
import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.result.PhaseFacts;
import dev.rehearsal.scenario.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The migration that a {@link MigrationTest} drives up and down, on a database of the test's own that stands at the
 * version before. Not safe for use by several threads.
 */
public final class MigrationUnderTest {
    private final Migration migration;
    private final Production production;
    private final TestDatabase database;
    private final String test;
    private Steps steps = Steps.BEFORE;
    private @Nullable PhaseFacts facts;

    MigrationUnderTest(Migration migration, Production production, TestDatabase database, String test) {
        this.migration = migration;
        this.production = production;
        this.database = database;
        this.test = test;
    }

    /** Where the database stands. */
    enum Steps {
        BEFORE,
        UP,
        DOWN,
        BROKEN
    }

    /** {@return its version: {@code 7}} */
    public String version() {
        return migration.version();
    }

    /** {@return its description: {@code split name}} */
    public String description() {
        return migration.description();
    }

    /**
     * Writes rows that the migration will meet, beside those that the stage is filled with.
     *
     * @param sql any statements
     * @return this
     * @throws ExtensionConfigurationException if it fails, or up() was called already
     */
    public MigrationUnderTest given(String sql) {
        require(
                steps == Steps.BEFORE,
                "given() after up(): the migration would not meet these rows. Move it before up()"
                        + ", or use execute() for what an application writes later");
        return execute(sql);
    }

    /**
     * Empties tables that the stage is filled with, and those that refer to them, so that {@link #given} is all there is.
     *
     * @param tables their names
     * @return this
     */
    public MigrationUnderTest givenEmpty(String... tables) {
        try (AssertedDatabase now = stage().dialect().assertions().ask(stage().dataSource())) {
            return given(now.emptying(List.of(tables)));
        } catch (SQLException | UnansweredException e) {
            throw misuse("the tables cannot be emptied: " + e.getMessage(), e);
        }
    }

    /**
     * Runs SQL as an application would, now.
     *
     * @param sql any statements
     * @return this
     * @throws ExtensionConfigurationException if it fails
     */
    public MigrationUnderTest execute(String sql) {
        database.write();
        try (Connection connection = stage().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return this;
        } catch (SQLException e) {
            boolean taken = stage().dialect()
                    .errors()
                    .fault(e, sql)
                    .filter(fault -> fault.kind() == Fault.Kind.DUPLICATE_ROWS)
                    .isPresent();
            String remedy = taken
                    ? "\nThe stage is filled already: givenEmpty(table) empties it first, @Rehearsal(rows = 0) all of it"
                    : "";
            throw misuse("this SQL fails: " + sql + "\n" + e.getMessage() + remedy, e);
        }
    }

    /**
     * Applies the migration, watched.
     *
     * @return this
     * @throws MigrationFailedError if it fails
     * @throws ExtensionConfigurationException if it is applied already
     */
    public MigrationUnderTest up() {
        require(steps != Steps.UP, "up() a second time: the migration is applied already. Call down() between");
        requireSound("up()");
        onStage(() -> {
            database.remember();
            return null;
        });
        run("up", Steps.UP);
        return this;
    }

    /**
     * Undoes the migration by its undo script, watched.
     *
     * @return this
     * @throws MigrationFailedError if it fails
     * @throws ExtensionConfigurationException if it is not applied, or has no undo script
     */
    public MigrationUnderTest down() {
        requireSound("down()");
        require(
                migration.wayBack().exists(),
                "down(): version " + migration.version() + " has no "
                        + migration.words().wayBack() + ". Add one beside "
                        + migration.script().name());
        require(steps == Steps.UP, "down() while the migration is not applied: call up() first");
        run("down", Steps.DOWN);
        return this;
    }

    /** {@return connections to the test's database; the test closes them} */
    public DataSource dataSource() {
        return database.dataSource();
    }

    /** {@return {@code V7 split name, after up}, {@code change set split-name, after up}: how failures name it} */
    @Override
    public String toString() {
        String where = switch (steps) {
            case BEFORE -> ", before up";
            case UP -> ", after up";
            case DOWN -> ", after down";
            case BROKEN -> ", after a failure";
        };
        boolean counted = migration.words().migration().equals(RunnerWords.PLAIN.migration());
        String name = counted ? "V" + migration.version() + " " + migration.description() : migration.called();
        return name + where;
    }

    Steps steps() {
        return steps;
    }

    Stage stage() {
        return database.stage();
    }

    Stage before() {
        try {
            return database.before();
        } catch (StageException e) {
            throw misuse(e.getMessage(), e);
        }
    }

    /** {@return what was seen of the last up or down} */
    PhaseFacts facts() {
        if (facts == null) {
            throw misuse("nothing was measured yet: call up() first", null);
        }
        return facts;
    }

    ExtensionConfigurationException misuse(@Nullable String what, @Nullable Throwable cause) {
        return new ExtensionConfigurationException(test + ": " + what + ".", cause);
    }

    private void run(String phase, Steps reached) {
        steps = Steps.BROKEN;
        RunFailure failure = onStage(() -> watched(reached));
        if (failure != null) {
            throw new MigrationFailedError(phase, failure);
        }
        steps = reached;
    }

    private @Nullable RunFailure watched(Steps reached) throws SQLException {
        Stage stage = database.stage();
        ObservationOptions options = new ObservationOptions(
                true, null, production.statementTimeout(), false, stage.pool().ignored());
        MigrationRunner runner = database.runner();
        try (Observation observation = stage.observe(options)) {
            RunFailure failure = reached == Steps.UP
                    ? runner.up(observation.migrating(), migration, observation.events())
                    : runner.down(observation.migrating(), migration, observation.events());
            facts = observation.finish();
            return failure;
        }
    }

    private void requireSound(String what) {
        require(steps != Steps.BROKEN, what + " after a failure: where the database stands is not known");
    }

    private void require(boolean condition, String otherwise) {
        if (!condition) {
            throw misuse(otherwise, null);
        }
    }

    /** {@return what the work gives; what the database or the stage says against it is no fault of the migration} */
    private @Nullable RunFailure onStage(Work work) {
        try {
            return work.done();
        } catch (SQLException | StageException | UnansweredException e) {
            throw misuse(e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Work {
        @Nullable
        RunFailure done() throws SQLException;
    }
}
