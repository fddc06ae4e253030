package dev.rehearsal.scenario;

import dev.rehearsal.result.Phase;
import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.Definition.Trait;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is defined in the stages before and after the up, as far as copies of them need not be asked: a copy has all that
 * its stage has. Definitions that belong to the server are no copy's own: where the up changes any, none of this is known.
 */
final class StageSchemas {
    private @Nullable SchemaSnapshot before;
    private @Nullable SchemaSnapshot after;

    /** Remembers what was read of the stage before the up, and once it was up for the last time. */
    void read(SchemaSnapshot down, SchemaSnapshot up) {
        boolean same = ofTheServer(down).equals(ofTheServer(up));
        before = same ? down : null;
        after = same ? up : null;
    }

    /** {@return what is defined where a phase starts; null if that has to be read} */
    @Nullable
    SchemaSnapshot start(Phase phase) {
        return switch (phase) {
            case UP -> before;
            case DOWN -> after;
            case UP_AGAIN, DOWN_AFTER_USE, UP_FINAL -> null;
        };
    }

    private static Map<SchemaObject, Definition> ofTheServer(SchemaSnapshot schema) {
        return schema.definitions().entrySet().stream()
                .filter(one -> one.getValue().is(Trait.OF_THE_SERVER))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
