package dev.rehearsal.mariadb.catalog;

import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table as InnoDB stores it: it gets another number whenever it is written anew, and an index whenever it is built.
 *
 * @param id the least number of its parts
 * @param indexes the numbers of its indexes
 */
public record InnoTable(long id, Set<Long> indexes) {
    /** The names are those of files, in which the server encodes most of what is no letter or digit. */
    private static final String TABLES = "SELECT " + decoded("SUBSTRING_INDEX(t.NAME, '/', 1)") + ", "
            + decoded("SUBSTRING_INDEX(SUBSTRING_INDEX(SUBSTRING_INDEX(t.NAME, '/', -1), '#P#', 1), '#p#', 1)")
            + ", t.TABLE_ID, i.INDEX_ID"
            + " FROM information_schema.INNODB_SYS_TABLES t JOIN information_schema.INNODB_SYS_INDEXES i USING (TABLE_ID)"
            + " WHERE t.NAME LIKE '%/%' AND t.NAME NOT LIKE 'mysql/%' AND t.NAME NOT LIKE '%/#sql%'"
            + " AND t.NAME NOT LIKE '%/FTS\\_%'";

    public InnoTable {
        indexes = Set.copyOf(indexes);
    }

    /**
     * {@return all tables of the user's that InnoDB stores}
     *
     * @param connection that may look at InnoDB's own list
     * @throws SQLException if it may not
     */
    public static Map<QualifiedName, InnoTable> read(Connection connection) throws SQLException {
        Map<QualifiedName, Long> ids = new HashMap<>();
        Map<QualifiedName, Set<Long>> indexes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                QualifiedName name = Names.relation(row.getString(1), row.getString(2));
                ids.merge(name, row.getLong(3), Math::min);
                indexes.computeIfAbsent(name, n -> new TreeSet<>()).add(row.getLong(4));
            }
        }
        Map<QualifiedName, InnoTable> tables = new HashMap<>();
        ids.forEach((name, id) -> tables.put(name, new InnoTable(id, indexes.getOrDefault(name, Set.of()))));
        return tables;
    }

    private static String decoded(String name) {
        return "CONVERT(CONVERT(CAST(" + name + " AS BINARY) USING filename) USING utf8mb4)";
    }
}
