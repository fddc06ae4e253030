package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.SeedTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets the indexes of a table wait until its rows are in: building them then is several times cheaper. They are marked
 * as not ready and rebuilt in the same transaction, so that all that is defined of them stays exactly as it was. Those
 * that call a function of the user's do not wait: rows may go in where the server, with a search path of its own, cannot
 * build them.
 */
final class IndexSuspension {
    private static final String TREE = "(SELECT %1$d::oid UNION SELECT relid FROM pg_partition_tree(%1$d))";
    private static final String SUSPEND = """
            UPDATE pg_index SET indisready = false, indisvalid = false
            WHERE indrelid IN %s AND indisready AND indisvalid AND indislive
              AND (SELECT relkind FROM pg_class WHERE oid = indexrelid) = 'i'
              AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = indexrelid
                              AND refclassid = 'pg_proc'::regclass)
            RETURNING indexrelid::regclass::text""";

    private final List<String> indexes = new ArrayList<>();

    /** Marks the indexes as not ready; needs a superuser and an open transaction. */
    static IndexSuspension of(Connection connection, SeedTable table) throws SQLException {
        IndexSuspension suspension = new IndexSuspension();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SUSPEND.formatted(TREE.formatted(table.id())))) {
            while (row.next()) {
                suspension.indexes.add(row.getString(1));
            }
        }
        return suspension;
    }

    /** Builds the indexes, which marks them as ready and valid again. */
    void rebuild(Connection connection) throws SQLException {
        for (String index : indexes) {
            SeedSql.run(connection, "REINDEX INDEX " + index);
        }
    }
}
