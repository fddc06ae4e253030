package dev.rehearsal.mariadb.data;

import static dev.rehearsal.mariadb.catalog.Questions.USERS;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which tables hold rows of the user's. Of a table with system versioning the current rows count, not its past. */
final class Tables {
    private static final String HOLDING = "TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED') AND TABLE_SCHEMA" + USERS;
    private static final String COLUMNS =
            "SELECT t.TABLE_SCHEMA, t.TABLE_NAME, c.COLUMN_NAME, c.DATA_TYPE, COALESCE(c.CHARACTER_SET_NAME, '')"
                    + " FROM (SELECT * FROM information_schema.TABLES WHERE " + HOLDING + ") t"
                    + " JOIN information_schema.COLUMNS c"
                    + " ON c.TABLE_SCHEMA = t.TABLE_SCHEMA AND c.TABLE_NAME = t.TABLE_NAME"
                    + " AND c.EXTRA NOT LIKE '%VIRTUAL GENERATED%'"
                    + " ORDER BY t.TABLE_SCHEMA, t.TABLE_NAME, c.ORDINAL_POSITION";
    private static final String KEYS =
            "SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME FROM information_schema.KEY_COLUMN_USAGE"
                    + " WHERE CONSTRAINT_NAME = 'PRIMARY' AND TABLE_SCHEMA" + USERS
                    + " ORDER BY 1, 2, ORDINAL_POSITION";

    private Tables() {}

    /** {@return the tables by name} */
    static Map<QualifiedName, Table> read(Session session, Set<QualifiedName> ignored) throws SQLException {
        Map<QualifiedName, List<Column>> columns = new LinkedHashMap<>();
        session.list(
                COLUMNS,
                row -> columns.computeIfAbsent(name(row), name -> new ArrayList<>())
                        .add(new Column(row.getString(3), Form.of(row.getString(4), row.getString(5)))));
        Map<QualifiedName, List<String>> keys = new LinkedHashMap<>();
        session.list(
                KEYS,
                row -> keys.computeIfAbsent(name(row), name -> new ArrayList<>())
                        .add(row.getString(3)));
        Map<QualifiedName, Table> tables = new LinkedHashMap<>();
        columns.forEach((name, of) -> tables.put(name, new Table(name, of, keys.getOrDefault(name, List.of()))));
        tables.keySet().removeAll(ignored);
        return tables;
    }

    private static QualifiedName name(ResultSet row) throws SQLException {
        return Names.relation(row.getString(1), row.getString(2));
    }
}
