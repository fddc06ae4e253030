package dev.rehearsal.postgres.seed;

import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds nullable columns that hold nothing, in tables that have rows. */
final class EmptyColumns {
    private EmptyColumns() {}

    static Set<String> of(Connection connection, Table table, VolumeProfile profile) throws SQLException {
        List<String> candidates = table.columns().stream()
                .filter(column -> !column.notNull() && column.generated() == null)
                .map(Column::name)
                .filter(name -> !Double.valueOf(1)
                        .equals(profile.columnOf(table.name(), name).nulls()))
                .toList();
        Set<String> empty = new LinkedHashSet<>();
        if (candidates.isEmpty()) {
            return empty;
        }
        String from =
                " FROM " + (table.partitioned() ? "" : "ONLY ") + table.name().quoted();
        StringBuilder query = new StringBuilder("SELECT EXISTS (SELECT" + from + ")");
        candidates.forEach(column -> query.append(
                ", EXISTS (SELECT" + from + " WHERE num_nonnulls(" + QualifiedName.quote(column) + ") > 0)"));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query.toString())) {
            row.next();
            for (int i = 0; row.getBoolean(1) && i < candidates.size(); i++) {
                if (!row.getBoolean(i + 2)) {
                    empty.add(candidates.get(i));
                }
            }
        }
        return empty;
    }
}
