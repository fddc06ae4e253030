package dev.rehearsal.scenario;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.dialect.Capabilities.Feature;
import dev.rehearsal.dialect.Capabilities.Instrument;
import dev.rehearsal.result.LeftBehind;
import dev.rehearsal.result.Phase;
import dev.rehearsal.schema.InvalidIndex;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaDifference;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for what a phase that failed has left behind: held against the schema that it started from. */
final class LeftBehindSearch {
    private final Stage before;
    private final @Nullable DataFingerprint data;
    private @Nullable SchemaSnapshot start;

    /** Made with a copy of the stage before the up, and what it holds; null if that was not read. */
    LeftBehindSearch(Stage before, @Nullable DataFingerprint data) {
        this.before = before;
        this.data = data;
    }

    /** From now on, phases start from this schema; without it, from that before the up. */
    void startFrom(SchemaSnapshot schema) {
        start = schema;
    }

    /** {@return what stays of a phase that failed on a stage} */
    LeftBehind of(Phase phase, Stage stage, boolean inOneTransaction) throws SQLException {
        SchemaSnapshot from = start == null ? before.schema() : start;
        List<SchemaDifference> schema = SchemaComparison.differences(from, stage.schema());
        List<InvalidIndex> invalid = new ArrayList<>(stage.invalidIndexes());
        if (!invalid.isEmpty()) {
            invalid.removeAll(before.invalidIndexes());
        }
        boolean undone = inOneTransaction
                && schema.isEmpty()
                && stage.dialect().capabilities().can(Feature.ATOMIC_DDL);
        @Nullable List<Loss> losses = phase != Phase.UP ? null : undone ? List.of() : losses(stage);
        return new LeftBehind(schema, losses, invalid);
    }

    private @Nullable List<Loss> losses(Stage stage) throws SQLException {
        if (!stage.has(Instrument.DATA)) {
            return null;
        }
        DataFingerprint from = data == null ? before.data() : data;
        return stage.dialect().data().losses(before.dataSource(), from, stage.dataSource(), stage.data());
    }
}
