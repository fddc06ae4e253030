package dev.rehearsal.inspection;

import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.Definition.Trait;
import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.util.List;

/** Finds the columns that were rehearsed as required and are not required in a database. */
final class RequiredColumns {
    private RequiredColumns() {}

    /** {@return those that exist there, by the names that the server itself gave them} */
    static List<SchemaObject> missing(SchemaSnapshot rehearsed, SchemaSnapshot actual) {
        return actual.definitions().keySet().stream()
                .filter(object -> isRequired(object, rehearsed) && !isRequired(object, actual))
                .toList();
    }

    private static boolean isRequired(SchemaObject object, SchemaSnapshot schema) {
        Definition definition = schema.definitions().get(object);
        return definition != null && definition.is(Trait.REQUIRED);
    }
}
