package dev.rehearsal.schema;

import dev.rehearsal.schema.SchemaDifference.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells what of a schema did not come back. What vanished or was left over together with the table, or other object,
 * that it belongs to is not told again.
 */
public final class SchemaComparison {
    private static final String COLUMN_ORDER = "column order";
    /** Not objects but properties, which exist exactly when what they describe does. */
    private static final Set<String> COSMETIC = Set.of(COLUMN_ORDER, "not null constraint");

    private SchemaComparison() {}

    /**
     * {@return each object that differs, in the order of their names; empty if the schemas are the same}
     *
     * @param before the schema as it should be
     * @param after the schema as it is
     */
    public static List<SchemaDifference> differences(SchemaSnapshot before, SchemaSnapshot after) {
        Renaming renaming = Renaming.between(before.definitions(), after.definitions());
        Map<SchemaObject, Definition> renamed = renaming.undo(after.definitions());
        Set<SchemaObject> objects = new TreeSet<>(before.definitions().keySet());
        objects.addAll(renamed.keySet());
        Map<SchemaObject, SchemaDifference> differences = new TreeMap<>();
        for (SchemaObject object : objects) {
            SchemaDifference difference = compare(object, before.definitions().get(object), renamed.get(object));
            if (difference != null) {
                differences.put(object, difference);
            }
        }
        List<SchemaDifference> told = new ArrayList<>();
        differences.forEach((object, difference) -> {
            Definition known = before.definitions().getOrDefault(object, renamed.get(object));
            if (known == null || !wentWithOwner(difference, known, differences)) {
                told.add(difference);
            }
        });
        told.addAll(renaming.differences());
        told.sort((left, right) -> left.object().compareTo(right.object()));
        return List.copyOf(told);
    }

    /** {@return whether an object vanished, or was left over, with another one} */
    private static boolean wentWithOwner(
            SchemaDifference difference, Definition known, Map<SchemaObject, SchemaDifference> differences) {
        return difference.change() != Change.ALTERED
                && known.belongsTo().stream()
                        .map(differences::get)
                        .anyMatch(owner -> owner != null && owner.change() == difference.change());
    }

    private static @Nullable SchemaDifference compare(
            SchemaObject object, @Nullable Definition before, @Nullable Definition after) {
        boolean cosmetic = COSMETIC.contains(object.type());
        if (before == null || after == null) {
            Change change = before == null ? Change.EXTRA : Change.MISSING;
            return cosmetic ? null : new SchemaDifference(object, change, text(before), text(after), false);
        }
        if (before.meaning().equals(after.meaning())) {
            return null;
        }
        return object.type().equals(COLUMN_ORDER)
                ? compareOrder(object, before.text(), after.text())
                : new SchemaDifference(object, Change.ALTERED, before.text(), after.text(), cosmetic);
    }

    private static @Nullable String text(@Nullable Definition definition) {
        return definition == null ? null : definition.text();
    }

    /** A column that is missing or extra is a difference of its own; here counts the order of those in both. */
    private static @Nullable SchemaDifference compareOrder(SchemaObject object, String before, String after) {
        List<String> first = new ArrayList<>(before.lines().toList());
        List<String> second = new ArrayList<>(after.lines().toList());
        first.retainAll(Set.copyOf(second));
        second.retainAll(Set.copyOf(first));
        return first.equals(second)
                ? null
                : new SchemaDifference(
                        object, Change.ALTERED, String.join(", ", first), String.join(", ", second), true);
    }
}
