package dev.rehearsal.postgres.watch;

import dev.rehearsal.observe.LockedRelation;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Reads the relations of the database, by oid; that takes no lock that a migration could wait for. */
final class Relations {
    private static final String RELATIONS = """
            SELECT c.oid::int8, n.nspname, c.relname, c.relkind IN ('r', 'm', 'p'),
                coalesce(i.indrelid, t.oid, d.refobjid)::int8, h.inhparent::int8, c.relfilenode::int8
            FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
                LEFT JOIN pg_catalog.pg_class t ON c.relkind = 't' AND t.reltoastrelid = c.oid
                LEFT JOIN pg_catalog.pg_depend d ON c.relkind = 'S' AND d.objid = c.oid
                    AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.refclassid = d.classid
                    AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
                LEFT JOIN pg_catalog.pg_inherits h ON c.relispartition AND h.inhrelid = c.oid
            WHERE c.oid >= 16384""";

    private Relations() {}

    static Map<Long, LockedRelation> read(Connection connection) throws SQLException {
        Map<Long, LockedRelation> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RELATIONS)) {
            while (row.next()) {
                QualifiedName name = SqlNames.relation(row.getString(2), row.getString(3));
                Long owner = row.getObject(5, Long.class);
                Long parent = row.getObject(6, Long.class);
                found.put(
                        row.getLong(1),
                        new LockedRelation(row.getLong(1), name, row.getBoolean(4), owner, parent, row.getLong(7)));
            }
        }
        return found;
    }
}
