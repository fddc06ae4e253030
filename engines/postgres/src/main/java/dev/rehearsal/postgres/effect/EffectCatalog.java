package dev.rehearsal.postgres.effect;

import dev.rehearsal.postgres.effect.CatalogState.Column;
import dev.rehearsal.postgres.effect.CatalogState.ColumnKey;
import dev.rehearsal.postgres.effect.CatalogState.ColumnType;
import dev.rehearsal.postgres.effect.CatalogState.Constraint;
import dev.rehearsal.postgres.effect.CatalogState.Flags;
import dev.rehearsal.postgres.effect.CatalogState.Function;
import dev.rehearsal.postgres.effect.CatalogState.Index;
import dev.rehearsal.postgres.effect.CatalogState.Label;
import dev.rehearsal.postgres.effect.CatalogState.Relation;
import dev.rehearsal.postgres.effect.CatalogState.Shape;
import dev.rehearsal.postgres.effect.CatalogState.Trigger;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the catalogue as one session sees it, uncommitted changes of its own included. Locks nothing of the user's. */
final class EffectCatalog {
    private EffectCatalog() {}

    static CatalogState read(Connection connection) throws SQLException {
        return new CatalogState(
                read(connection, CatalogSql.RELATIONS, EffectCatalog::relation),
                columns(connection),
                read(connection, CatalogSql.CONSTRAINTS, EffectCatalog::constraint),
                read(connection, CatalogSql.INDEXES, EffectCatalog::index),
                read(connection, CatalogSql.LABELS, EffectCatalog::label),
                read(
                        connection,
                        CatalogSql.FUNCTIONS,
                        row -> new Function(row.getString(2), row.getString(3), row.getBoolean(4))),
                read(
                        connection,
                        CatalogSql.TRIGGERS,
                        row -> new Trigger(row.getLong(2), row.getString(3), row.getBoolean(4))));
    }

    private static <T> Map<Long, T> read(Connection connection, String sql, Row<T> reader) throws SQLException {
        Map<Long, T> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.put(row.getLong(1), reader.of(row));
            }
        }
        return found;
    }

    private static Map<ColumnKey, Column> columns(Connection connection) throws SQLException {
        Map<ColumnKey, Column> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(CatalogSql.COLUMNS)) {
            while (row.next()) {
                found.put(new ColumnKey(row.getLong(1), row.getInt(2)), column(row));
            }
        }
        return found;
    }

    private static Relation relation(ResultSet row) throws SQLException {
        QualifiedName name = new QualifiedName(row.getString(2), row.getString(3));
        return new Relation(name, row.getBoolean(4), row.getLong(5), row.getLong(6), row.getBoolean(7));
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                QualifiedName.display(row.getString(3)),
                new ColumnType(row.getLong(4), row.getInt(5), row.getString(6)),
                row.getBoolean(7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getString(11));
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        return new Constraint(
                row.getLong(2),
                QualifiedName.display(row.getString(3)),
                row.getString(4).charAt(0),
                row.getBoolean(5),
                row.getLong(6),
                texts(row, 7).stream().map(QualifiedName::display).toList(),
                row.getString(8),
                row.getBoolean(9),
                texts(row, 10));
    }

    private static Index index(ResultSet row) throws SQLException {
        return new Index(
                row.getLong(2),
                QualifiedName.display(row.getString(3)),
                new Flags(
                        row.getBoolean(4), row.getBoolean(5), row.getBoolean(6), row.getBoolean(7), row.getBoolean(8)),
                row.getLong(9),
                texts(row, 10),
                row.getString(11),
                new Shape(row.getString(12), row.getString(13), row.getString(14)));
    }

    private static Label label(ResultSet row) throws SQLException {
        return new Label(
                row.getLong(5), new QualifiedName(row.getString(2), row.getString(3)).toString(), row.getString(4));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Reads one row. */
    @FunctionalInterface
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
