package dev.rehearsal.postgres.assertion;

import static dev.rehearsal.postgres.naming.SqlNames.quote;

import dev.rehearsal.dialect.assertion.AssertedTable;
import dev.rehearsal.dialect.assertion.NotThereException;
import dev.rehearsal.dialect.assertion.RowSelections;
import dev.rehearsal.postgres.catalog.NamedObjects;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table of PostgreSQL.
 *
 * @param connection where further questions are asked
 * @param shape what the catalogue said of it
 */
record PostgresTable(Connection connection, NamedObjects.Table shape) implements AssertedTable {
    @Override
    public QualifiedName name() {
        return shape.name();
    }

    @Override
    public List<String> columns() {
        return shape.columns();
    }

    @Override
    public List<String> key() {
        return shape.key();
    }

    @Override
    public String column(String column) {
        String folded = column.toLowerCase(Locale.ROOT);
        if (columns().contains(column)) {
            return column;
        }
        if (columns().contains(folded)) {
            return folded;
        }
        throw new NotThereException("column " + column + " of " + name(), "it has " + String.join(", ", columns()));
    }

    @Override
    public ColumnDefinition definition(String column) throws SQLException {
        return NamedObjects.column(connection, name(), column(column))
                .orElseThrow(() -> new NotThereException("column " + column + " of " + name(), "it has just gone"));
    }

    @Override
    public Optional<ConstraintDefinition> constraint(String constraint) throws SQLException {
        return NamedObjects.constraint(connection, name(), constraint);
    }

    @Override
    public List<String> constraints() throws SQLException {
        return NamedObjects.constraints(connection, name());
    }

    @Override
    public Optional<Long> nextValue(String column) throws SQLException {
        return NamedObjects.nextValue(connection, name(), column(column));
    }

    @Override
    public RowSelections rows() {
        return new PostgresSelections(this);
    }

    @Override
    public TableChanges changes(AssertedTable before, List<String> columns) throws SQLException {
        if (!(before instanceof PostgresTable earlier)) {
            throw new IllegalArgumentException("a table of another engine");
        }
        return TableComparison.of(earlier, this, columns);
    }

    /** {@return SQL for a column of a row {@code t}} */
    String reference(String column) {
        return "t." + quote(column(column));
    }

    /** {@return SQL that names a row {@code t} for a reader: {@code id=7}; its values if it has no key, as a view} */
    String keyText() {
        return key().isEmpty()
                ? "left(t::text, 200)"
                : key().stream()
                        .map(column -> "'" + column.replace("'", "''") + "=' || t." + quote(column) + "::text")
                        .collect(Collectors.joining(" || ', ' || "));
    }

    /** {@return SQL for the key's columns of a row {@code t}, to sort by} */
    String keyOrder() {
        return key().isEmpty()
                ? "t::text"
                : key().stream().map(column -> "t." + quote(column)).collect(Collectors.joining(", "));
    }
}
