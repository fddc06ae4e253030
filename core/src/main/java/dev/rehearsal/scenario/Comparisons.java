package dev.rehearsal.scenario;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.result.DataCheck;
import dev.rehearsal.result.Phase;
import dev.rehearsal.schema.SchemaComparison;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.Map;

/** What of a roundtrip is held against each other. */
final class Comparisons {
    private Comparisons() {}

    /** {@return how data differ after the down from those before the up} */
    static DataCheck data(Stage before, DataFingerprint dataBefore, Stage stage, MigrationFactsBuilder facts)
            throws SQLException {
        DataFingerprint dataAfter = stage.data();
        long unread = Math.max(
                dataBefore.largeObjects().unread(), dataAfter.largeObjects().unread());
        if (unread > 0) {
            facts.notMeasured("data after the down: the bytes of " + unread
                    + " large objects, which the rehearsal's role may not read");
        }
        return new DataCheck(
                stage.dialect().data().losses(before.dataSource(), dataBefore, stage.dataSource(), dataAfter),
                dataBefore.tables().entrySet().stream()
                        .filter(table -> !table.getValue().keyed())
                        .map(Map.Entry::getKey)
                        .map(Object::toString)
                        .toList());
    }

    /** What changes the schema is made of statements; where none was told of, no rule has seen any. */
    static void untold(SchemaSnapshot before, SchemaSnapshot after, MigrationFactsBuilder facts) {
        boolean silent = facts.result(Phase.UP)
                .map(up -> up.facts().statements().isEmpty())
                .orElse(true);
        if (silent && !SchemaComparison.differences(before, after).isEmpty()) {
            facts.notMeasured("the statements of the up: it has changed the schema, and none was told of");
        }
    }
}
