package dev.rehearsal.postgres.use;

import dev.rehearsal.postgres.use.Column.Parent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values that a schema itself names: the labels of a type, the texts in a CHECK, the keys of the table that a column
 * refers to. An application writes each of them sooner or later.
 */
final class Named {
    private static final int MOST = 8;

    private Named() {}

    /** {@return those of a column that the older one did not name; all if there is no older one} */
    static List<String> of(Session session, Column column, @Nullable Column older) throws SQLException {
        Set<String> values = new LinkedHashSet<>(written(column));
        if (older != null) {
            values.removeAll(written(older));
        }
        Parent parent = column.parent();
        if (parent != null && (older == null || !parent.equals(older.parent()))) {
            session.rows(Sql.some(parent, MOST), List.of()).stream()
                    .map(row -> row.get(0))
                    .forEach(values::add);
        }
        List<String> some = new ArrayList<>();
        values.stream().filter(value -> value != null && some.size() < MOST).forEach(some::add);
        return some;
    }

    private static Set<String> written(Column column) {
        Set<String> values = new LinkedHashSet<>(column.labels());
        column.restrictions().stream()
                .sorted()
                .filter(restriction -> restriction.startsWith("CHECK"))
                .forEach(restriction -> values.addAll(Candidates.quoted(restriction)));
        return values;
    }
}
