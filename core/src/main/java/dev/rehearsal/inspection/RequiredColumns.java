package dev.rehearsal.inspection;

import dev.rehearsal.schema.SchemaObject;
import dev.rehearsal.schema.SchemaSnapshot;
import java.util.List;

/** Finds the columns that were rehearsed as required and are not required in a database. */
final class RequiredColumns {
    private RequiredColumns() {}

    /** {@return those that exist there, by the names that the server itself gave them} */
    static List<SchemaObject> missing(SchemaSnapshot rehearsed, SchemaSnapshot actual) {
        return actual.definitions().entrySet().stream()
                .filter(entry -> entry.getKey().type().equals("column"))
                .filter(entry -> !isRequired(entry.getValue()))
                .map(entry -> entry.getKey())
                .filter(column -> isRequired(rehearsed.definitions().getOrDefault(column, "")))
                .toList();
    }

    /** Of a column that is required and validated the catalogue itself proves that it holds no NULL. */
    private static boolean isRequired(String definition) {
        String type = definition.lines().findFirst().orElse("");
        return type.contains(" NOT NULL") && !type.endsWith("NOT VALID");
    }
}
