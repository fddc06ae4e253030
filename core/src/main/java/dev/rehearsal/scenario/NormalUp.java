package dev.rehearsal.scenario;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.dialect.Crashes.Run;
import dev.rehearsal.dialect.Crashes.Told;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationRunner;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaDifference;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an undisturbed up leads to, kept so that others can be held against it. */
final class NormalUp implements AutoCloseable {
    private final MigrationRunner runner;
    private final Migration migration;
    private final Stage before;
    private final Stage stage;
    private final SchemaSnapshot schema;
    private final DataFingerprint data;
    private final List<Told> told;
    private final @Nullable RunFailure failure;
    private @Nullable Set<String> unstable;

    private NormalUp(MigrationRunner runner, Migration migration, Stage before, Stage stage) throws SQLException {
        this.runner = runner;
        this.migration = migration;
        this.before = before;
        this.stage = stage;
        try (Run run = stage.dialect()
                .crashes()
                .undisturbed(stage.address(), migration.script().name())) {
            this.failure = runner.up(run.migrating(), migration, run.events());
            this.told = run.told();
        }
        this.schema = stage.schema();
        this.data = stage.data();
    }

    static NormalUp of(MigrationRunner runner, Migration migration, Stage before) throws SQLException {
        Stage stage = before.copy();
        try {
            return new NormalUp(runner, migration, before, stage);
        } catch (SQLException | RuntimeException e) {
            stage.close();
            throw e;
        }
    }

    /** {@return why it failed; null if it did not} */
    @Nullable
    RunFailure failure() {
        return failure;
    }

    /** {@return the statements of the script, in order} */
    List<Told> told() {
        return told;
    }

    List<SchemaDifference> differences(Stage other) throws SQLException {
        return SchemaComparison.differences(schema, other.schema());
    }

    /** {@return how another's data differ, beyond what differs between two undisturbed ups} */
    List<Loss> losses(Stage other) throws SQLException {
        List<Loss> losses = compare(other);
        if (losses.isEmpty()) {
            return losses;
        }
        Set<String> known = unstable();
        return losses.stream().filter(loss -> !known.contains(place(loss))).toList();
    }

    private List<Loss> compare(Stage other) throws SQLException {
        return stage.dialect().data().losses(stage.dataSource(), data, other.dataSource(), other.data());
    }

    private Set<String> unstable() throws SQLException {
        if (unstable == null) {
            Set<String> places = new HashSet<>();
            try (NormalUp again = of(runner, migration, before)) {
                compare(again.stage).forEach(loss -> places.add(place(loss)));
            }
            unstable = places;
        }
        return unstable;
    }

    private static String place(Loss loss) {
        return loss.relation() + "\n" + loss.column() + "\n" + loss.kind();
    }

    @Override
    public void close() {
        stage.close();
    }
}
