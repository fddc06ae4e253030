package dev.rehearsal.postgres.backfill;

import dev.rehearsal.database.DatabaseAddress;
import dev.rehearsal.dialect.Backfills;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Batches are seen by triggers on the copy that a migration runs on. Stateless; safe for use by threads. */
public final class PostgresBackfills implements Backfills {
    /** Makes one. */
    public PostgresBackfills() {}

    @Override
    public Rig rig(DatabaseAddress database, Collection<QualifiedName> tables, Collection<QualifiedName> own, Halt halt)
            throws SQLException {
        DataSource source = source(database);
        List<QualifiedName> there = new ArrayList<>();
        if (halt.kind() == Halt.Kind.END_AT_HISTORY) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                for (QualifiedName table : own) {
                    if (!texts(
                                    statement,
                                    "SELECT pg_catalog.to_regclass(" + name(table)
                                            + ")::text WHERE pg_catalog.to_regclass(" + name(table) + ") IS NOT NULL")
                            .isEmpty()) {
                        there.add(table);
                    }
                }
            }
        }
        return TriggerRig.of(source, RigSql.install(tables, there, halt));
    }

    @Override
    public List<List<String>> rowsOf(DatabaseAddress database, QualifiedName table, List<Long> transactions, int each)
            throws SQLException {
        List<List<String>> all = new ArrayList<>();
        try (Connection connection = source(database).getConnection();
                Statement statement = connection.createStatement()) {
            List<String> key = texts(statement, RowSql.KEY.formatted(name(table)));
            for (long transaction : transactions) {
                all.add(
                        key.isEmpty()
                                ? List.of()
                                : texts(statement, RowSql.keysOf(SqlNames.quote(table), key, transaction, each)));
            }
        }
        return all;
    }

    @Override
    public Map<String, Map<String, Value>> values(
            DatabaseAddress database, QualifiedName table, Collection<String> rows) throws SQLException {
        Map<String, Map<String, Value>> all = new LinkedHashMap<>();
        try (Connection connection = source(database).getConnection();
                Statement statement = connection.createStatement()) {
            List<String> columns = texts(statement, RowSql.COLUMNS.formatted(name(table)));
            for (String row : rows) {
                try (ResultSet result = statement.executeQuery(RowSql.row(SqlNames.quote(table), columns, row))) {
                    if (result.next()) {
                        Map<String, Value> values = new TreeMap<>();
                        for (int i = 1; i <= columns.size(); i++) {
                            values.put(columns.get(i - 1), new Value(result.getString(i)));
                        }
                        all.put(row, values);
                    }
                }
            }
        }
        return all;
    }

    @Override
    public Map<String, String> changes(DatabaseAddress database, QualifiedName table) throws SQLException {
        Map<String, String> all = new TreeMap<>();
        try (Connection connection = source(database).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RowSql.CHANGEABLE.formatted(name(table)))) {
            while (row.next()) {
                all.put(row.getString(1), RowSql.changed(row.getString(2), row.getString(3)));
            }
        }
        return all;
    }

    @Override
    public void away(DatabaseAddress database, QualifiedName table, Collection<String> rows) throws SQLException {
        try (Connection connection = source(database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            for (String row : rows) {
                statement.executeUpdate("DELETE FROM " + SqlNames.quote(table) + " WHERE " + row);
            }
        }
    }

    @Override
    public List<Write> write(DatabaseAddress database, List<Write> writes) throws SQLException {
        return Writes.of(source(database), writes);
    }

    @Override
    public Writer beside(DatabaseAddress database, List<Write> writes) throws SQLException {
        return new GatedWriter(source(database), writes);
    }

    private static List<String> texts(Statement statement, String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                all.add(row.getString(1));
            }
        }
        return all;
    }

    private static String name(QualifiedName table) {
        return RowSql.literal(SqlNames.quote(table));
    }

    private static DataSource source(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setApplicationName(RigSql.OWN);
        source.setOptions("-c statement_timeout=60s");
        return source;
    }
}
