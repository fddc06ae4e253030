package dev.rehearsal.mariadb.seed;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at columns of tables that have rows. */
final class Columns {
    private static final String SET_BY_UPDATE = "SELECT COLUMN_NAME FROM information_schema.COLUMNS"
            + " WHERE EXTRA LIKE '%%on update%%' AND TABLE_SCHEMA = %s AND TABLE_NAME = %s";

    private Columns() {}

    /** {@return the columns that the server sets whenever a row changes} */
    static List<String> setByUpdate(Connection connection, SeedTable table) throws SQLException {
        return Sql.list(
                connection,
                SET_BY_UPDATE.formatted(
                        Sql.literal(table.name().schema()),
                        Sql.literal(table.name().name())),
                row -> row.getString(1));
    }

    /** {@return the nullable columns that hold nothing; a table that keeps its own rows keeps them as they are} */
    static Map<SeedTable, Set<String>> empty(Connection connection, Collection<SeedTable> tables, VolumeProfile profile)
            throws SQLException {
        Map<SeedTable, Set<String>> found = new LinkedHashMap<>();
        for (SeedTable table : tables) {
            List<SeedColumn> nullable = table.columns().stream()
                    .filter(column -> !column.notNull() && column.generated() == null)
                    .filter(column -> !Double.valueOf(1)
                            .equals(profile.columnOf(table.name(), column.name())
                                    .nulls()))
                    .toList();
            boolean asked = profile.askedRowsOf(table.name()) != null;
            String rows = Names.quoted(table.name());
            if (!asked
                    || nullable.isEmpty()
                    || Sql.number(connection, "SELECT EXISTS (SELECT 1 FROM " + rows + ")") == 0) {
                continue;
            }
            for (SeedColumn column : nullable) {
                String some = "SELECT EXISTS (SELECT 1 FROM " + rows + " WHERE " + Names.quoted(column.name())
                        + " IS NOT NULL)";
                if (Sql.number(connection, some) == 0) {
                    found.computeIfAbsent(table, one -> new LinkedHashSet<>()).add(column.name());
                }
            }
        }
        return found;
    }
}
