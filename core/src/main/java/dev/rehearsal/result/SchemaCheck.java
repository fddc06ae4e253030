package dev.rehearsal.result;

import dev.rehearsal.schema.SchemaDifference;
import java.util.List;

/**
 * The outcome of comparing two schemas.
 *
 * @param differences each object that differs; empty exactly when they are identical
 */
public record SchemaCheck(List<SchemaDifference> differences) {
    public SchemaCheck {
        differences = List.copyOf(differences);
    }

    /** {@return whether nothing differs} */
    public boolean identical() {
        return differences.isEmpty();
    }
}
