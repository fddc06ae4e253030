package dev.rehearsal.mariadb.catalog;

import dev.rehearsal.schema.Definition;
import dev.rehearsal.schema.Definition.Trait;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaObject;
import java.util.List;
import java.util.Set;

/** Definitions, whose texts the server writes alike however they came to be. */
final class Definitions {
    private static final Set<String> NAMED_FREELY = Set.of("constraint", "index");

    private Definitions() {}

    /** {@return that of an object that belongs to none} */
    static Definition of(String text) {
        return new Definition(text, text, List.of(), null, Set.of());
    }

    /** {@return that of an object of a table} */
    static Definition of(String type, QualifiedName table, String text) {
        Set<Trait> traits = NAMED_FREELY.contains(type) ? Set.of(Trait.NAMED_FREELY) : Set.of();
        return new Definition(text, text, List.of(new SchemaObject("table", table.toString())), null, traits);
    }
}
