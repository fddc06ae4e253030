package dev.rehearsal.inspection;

import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.util.List;
import java.util.function.Predicate;

/** Finds the columns that were rehearsed as required and are not required in a database. */
final class RequiredColumns {
    private RequiredColumns() {}

    /** {@return those that exist there, by the names that the server itself gave them} */
    static List<SchemaObject> missing(SchemaSnapshot rehearsed, SchemaSnapshot actual, Predicate<String> required) {
        return actual.definitions().entrySet().stream()
                .filter(entry -> entry.getKey().type().equals("column"))
                .filter(entry -> !required.test(entry.getValue()))
                .map(entry -> entry.getKey())
                .filter(column -> required.test(rehearsed.definitions().getOrDefault(column, "")))
                .toList();
    }
}
