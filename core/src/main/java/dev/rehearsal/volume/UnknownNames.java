package dev.rehearsal.volume;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Finds names in a profile that no table or column bears. A table may come with a later version, so the question can
 * only be asked of the schema after all migrations.
 */
public final class UnknownNames {
    private UnknownNames() {}

    /**
     * {@return one sentence for each unknown table or column, with the nearest known name}
     *
     * @param profile what was read
     * @param known the columns of each table of the newest schema
     */
    public static List<String> in(VolumeProfile profile, Map<QualifiedName, ? extends Collection<String>> known) {
        return in(profile, known, name -> false);
    }

    /**
     * {@return one sentence for each unknown table or column, with the nearest known name}
     *
     * @param profile what was read
     * @param known the columns of each known table
     * @param elsewhere says of a name that it may be known where nobody has looked
     */
    public static List<String> in(
            VolumeProfile profile,
            Map<QualifiedName, ? extends Collection<String>> known,
            Predicate<String> elsewhere) {
        List<String> problems = new ArrayList<>();
        profile.tables().forEach((name, volume) -> {
            List<QualifiedName> tables = named(name, known.keySet());
            if (tables.isEmpty() && !elsewhere.test(name)) {
                problems.add(table(name, known.keySet()));
            }
            RowCount rows = volume.rows();
            String per = rows == null ? null : rows.per();
            if (per != null && !isTable(per, known.keySet()) && !elsewhere.test(per)) {
                problems.add(table(per, known.keySet()));
            }
            for (QualifiedName table : tables) {
                Collection<String> columns = known.get(table);
                columns(table, volume, columns == null ? List.of() : columns, elsewhere)
                        .forEach(problems::add);
            }
        });
        profile.production().keySet().stream()
                .filter(name -> !isTable(name, known.keySet()) && !elsewhere.test(name))
                .forEach(name -> problems.add(table(name, known.keySet())));
        return problems;
    }

    private static List<String> columns(
            QualifiedName table, TableVolume volume, Collection<String> known, Predicate<String> elsewhere) {
        return volume.columns().keySet().stream()
                .filter(column -> !known.contains(column) && !elsewhere.test(column))
                .sorted()
                .map(column -> "volume.yaml names the column `" + column + "` of " + table
                        + ", which has none of this name"
                        + NearestName.of(column, known)
                                .map(name -> "; the nearest is `" + name + "`")
                                .orElse("") + ".")
                .toList();
    }

    private static String table(String name, Set<QualifiedName> known) {
        return table("volume.yaml names", name, known);
    }

    /**
     * {@return a sentence on a table that there is not, with the nearest that there is}
     *
     * @param who who names it: {@code volume.yaml names}
     * @param name the table, as it is named there
     * @param known the tables that there are
     */
    public static String table(String who, String name, Set<QualifiedName> known) {
        Set<String> names = new TreeSet<>();
        known.forEach(table -> names.add(name.contains(".") ? table.toString() : table.name()));
        return who + " the table `" + name + "`, which no migration creates"
                + NearestName.of(name, names)
                        .map(near -> "; the nearest is `" + near + "`")
                        .orElse("") + ".";
    }

    /**
     * {@return whether there is a table of this name, which may have the schema or not}
     *
     * @param name as it is written
     * @param known the tables that there are
     */
    public static boolean isTable(String name, Set<QualifiedName> known) {
        return !named(name, known).isEmpty();
    }

    private static List<QualifiedName> named(String name, Set<QualifiedName> known) {
        return known.stream()
                .filter(table -> table.name().equals(name)
                        || table.toString().equals(name)
                        || name.equals(table.schema() + "." + table.name()))
                .toList();
    }
}
