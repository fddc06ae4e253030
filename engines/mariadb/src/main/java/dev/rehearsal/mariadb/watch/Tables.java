package dev.rehearsal.mariadb.watch;

import static dev.rehearsal.mariadb.catalog.Questions.USERS;

import dev.rehearsal.mariadb.catalog.InnoTable;
import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.observe.LockedRelation;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads which tables there are. What is asked for is in the directory and in InnoDB's own list: nothing is opened, so that
 * no lock is taken or waited for.
 */
final class Tables {
    private static final String NAMES =
            "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA" + USERS;

    private Tables() {}

    static Map<Long, LockedRelation> read(Connection connection, Numbers numbers) throws SQLException {
        Map<QualifiedName, InnoTable> inno = InnoTable.read(connection);
        Map<Long, LockedRelation> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(NAMES)) {
            while (row.next()) {
                QualifiedName name = Names.relation(row.getString(1), row.getString(2));
                InnoTable stored = inno.get(name);
                long file = stored == null ? 0 : stored.id();
                found.put(numbers.of(name), new LockedRelation(numbers.of(name), name, true, null, null, file));
            }
        }
        return found;
    }
}
