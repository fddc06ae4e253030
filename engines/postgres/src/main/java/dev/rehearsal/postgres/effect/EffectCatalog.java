package dev.rehearsal.postgres.effect;

import dev.rehearsal.migration.RunSession;
import dev.rehearsal.migration.RunSession.Row;
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
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the catalogue as one session sees it, uncommitted changes of its own included. Locks nothing of the user's. */
final class EffectCatalog {
    private EffectCatalog() {}

    static CatalogState read(RunSession session) throws SQLException {
        return new CatalogState(
                read(session, CatalogSql.RELATIONS, EffectCatalog::relation),
                columns(session),
                read(session, CatalogSql.CONSTRAINTS, EffectCatalog::constraint),
                read(session, CatalogSql.INDEXES, EffectCatalog::index),
                read(session, CatalogSql.LABELS, EffectCatalog::label),
                read(session, CatalogSql.FUNCTIONS, row -> new Function(text(row, 2), text(row, 3), row.flag(4))),
                read(session, CatalogSql.TRIGGERS, row -> new Trigger(row.number(2), text(row, 3), row.flag(4))));
    }

    private static <T> Map<Long, T> read(RunSession session, String sql, RunSession.Reader<T> reader)
            throws SQLException {
        return keyed(session, sql, row -> row.number(1), reader);
    }

    private static Map<ColumnKey, Column> columns(RunSession session) throws SQLException {
        return keyed(
                session,
                CatalogSql.COLUMNS,
                row -> new ColumnKey(row.number(1), integer(row, 2)),
                EffectCatalog::column);
    }

    private static <K, T> Map<K, T> keyed(
            RunSession session, String sql, RunSession.Reader<K> key, RunSession.Reader<T> reader) throws SQLException {
        Map<K, T> found = new HashMap<>();
        session.ask(sql, row -> found.put(key.of(row), reader.of(row)));
        return found;
    }

    private static Relation relation(Row row) throws SQLException {
        QualifiedName name = SqlNames.relation(text(row, 2), text(row, 3));
        return new Relation(name, row.flag(4), row.number(5), row.number(6), row.flag(7));
    }

    private static Column column(Row row) throws SQLException {
        return new Column(
                SqlNames.display(text(row, 3)),
                new ColumnType(row.number(4), integer(row, 5), text(row, 6)),
                row.flag(7),
                row.flag(8),
                row.flag(9),
                row.flag(10),
                row.text(11));
    }

    private static Constraint constraint(Row row) throws SQLException {
        return new Constraint(
                row.number(2),
                SqlNames.display(text(row, 3)),
                text(row, 4).charAt(0),
                row.flag(5),
                row.number(6),
                texts(row, 7).stream().map(SqlNames::display).toList(),
                text(row, 8),
                row.flag(9),
                texts(row, 10));
    }

    private static Index index(Row row) throws SQLException {
        return new Index(
                row.number(2),
                SqlNames.display(text(row, 3)),
                new Flags(row.flag(4), row.flag(5), row.flag(6), row.flag(7), row.flag(8)),
                row.number(9),
                texts(row, 10),
                text(row, 11),
                new Shape(text(row, 12), row.text(13), row.text(14)));
    }

    private static Label label(Row row) throws SQLException {
        return new Label(
                row.number(5), SqlNames.relation(text(row, 2), text(row, 3)).toString(), text(row, 4));
    }

    private static List<String> texts(Row row, int column) throws SQLException {
        return TextArray.of(text(row, column));
    }

    private static String text(Row row, int column) throws SQLException {
        String text = row.text(column);
        if (text == null) {
            throw new SQLException("The catalogue gave no value where there always is one (column " + column + ").");
        }
        return text;
    }

    private static int integer(Row row, int column) throws SQLException {
        return Math.toIntExact(row.number(column));
    }
}
