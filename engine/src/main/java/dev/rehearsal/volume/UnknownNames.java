package dev.rehearsal.volume;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
        List<String> problems = new ArrayList<>();
        profile.tables().forEach((name, volume) -> {
            List<QualifiedName> tables = named(name, known.keySet());
            if (tables.isEmpty()) {
                problems.add(table(name, known.keySet()));
            }
            RowCount rows = volume.rows();
            String per = rows == null ? null : rows.per();
            if (per != null && named(per, known.keySet()).isEmpty()) {
                problems.add(table(per, known.keySet()));
            }
            for (QualifiedName table : tables) {
                Collection<String> columns = known.get(table);
                columns(table, volume, columns == null ? List.of() : columns).forEach(problems::add);
            }
        });
        profile.production().keySet().stream()
                .filter(name -> named(name, known.keySet()).isEmpty())
                .forEach(name -> problems.add(table(name, known.keySet())));
        return problems;
    }

    private static List<String> columns(QualifiedName table, TableVolume volume, Collection<String> known) {
        return volume.columns().keySet().stream()
                .filter(column -> !known.contains(column))
                .sorted()
                .map(column -> "volume.yaml names the column `" + column + "` of " + table
                        + ", which has none of this name"
                        + NearestName.of(column, known)
                                .map(name -> "; the nearest is `" + name + "`")
                                .orElse("") + ".")
                .toList();
    }

    private static String table(String name, Set<QualifiedName> known) {
        Set<String> names = new TreeSet<>();
        known.forEach(table -> names.add(name.contains(".") ? table.toString() : table.name()));
        return "volume.yaml names the table `" + name + "`, which no migration creates"
                + NearestName.of(name, names)
                        .map(near -> "; the nearest is `" + near + "`")
                        .orElse("") + ".";
    }

    private static List<QualifiedName> named(String name, Set<QualifiedName> known) {
        return known.stream()
                .filter(table -> table.name().equals(name)
                        || table.toString().equals(name)
                        || name.equals(table.schema() + "." + table.name()))
                .toList();
    }
}
