package dev.rehearsal.postgres.use;

import dev.rehearsal.postgres.use.UsedColumn.Parent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a schema itself names: the labels of a type, the texts in a CHECK, the keys of the table that a column
 * refers to, and large objects for a column that can refer to them. An application writes each of them sooner or later.
 */
final class NamedValues {
    private static final int MOST = 8;
    private static final int OBJECTS = 3;
    private static final String NEW_OBJECT = "SELECT pg_catalog.lo_from_bytea(0, 'rehearsal')::text";

    private NamedValues() {}

    /** {@return those of a column that the older one did not name; all if there is no older one} */
    static List<String> of(UseSession session, UsedColumn column, @Nullable UsedColumn older) throws SQLException {
        Set<String> values = new LinkedHashSet<>(written(column));
        if (older != null) {
            values.removeAll(written(older));
        }
        for (int i = 0; i < OBJECTS && older == null && column.holdsLargeObjects(); i++) {
            session.rows(NEW_OBJECT, List.of()).stream().map(row -> row.get(0)).forEach(values::add);
        }
        Parent parent = column.parent();
        if (parent != null && (older == null || !parent.equals(older.parent()))) {
            session.rows(UseSql.some(parent, MOST), List.of()).stream()
                    .map(row -> row.get(0))
                    .forEach(values::add);
        }
        List<String> some = new ArrayList<>();
        values.stream().filter(value -> value != null && some.size() < MOST).forEach(some::add);
        return some;
    }

    private static Set<String> written(UsedColumn column) {
        Set<String> values = new LinkedHashSet<>(column.labels());
        column.restrictions().stream()
                .sorted()
                .filter(restriction -> restriction.startsWith("CHECK"))
                .forEach(restriction -> values.addAll(Candidates.quoted(restriction)));
        return values;
    }
}
