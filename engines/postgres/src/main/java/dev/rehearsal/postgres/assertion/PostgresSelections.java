package dev.rehearsal.postgres.assertion;

import static dev.rehearsal.postgres.naming.SqlNames.quote;

import dev.rehearsal.dialect.assertion.AssertedTable;
import dev.rehearsal.dialect.assertion.NotThereException;
import dev.rehearsal.dialect.assertion.RowSelection;
import dev.rehearsal.dialect.assertion.RowSelections;
import dev.rehearsal.postgres.naming.SqlNames;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Selections of one table's rows.
 *
 * @param table the table, which is {@code t} in each condition
 */
record PostgresSelections(PostgresTable table) implements RowSelections {
    @Override
    public RowSelection all() {
        return new SelectedRows(table, "");
    }

    @Override
    public RowSelection where(String condition) {
        return new SelectedRows(table, condition);
    }

    @Override
    public RowSelection nulls(String column) {
        return where(table.reference(column) + " IS NULL");
    }

    @Override
    public RowSelection from(String column, long least) {
        return where(table.reference(column) + " >= " + least);
    }

    @Override
    public RowSelection duplicates(List<String> columns) {
        String list = columns.stream().map(table::reference).collect(Collectors.joining(", "));
        String others =
                columns.stream().map(one -> "o." + quote(table.column(one))).collect(Collectors.joining(", "));
        return where("(" + list + ") IN (SELECT " + others + " FROM " + SqlNames.quote(table.name()) + " AS o GROUP BY "
                + others + " HAVING count(*) > 1)");
    }

    @Override
    public RowSelection orphans(String column, AssertedTable parent) {
        if (parent.key().size() != 1) {
            throw new NotThereException(
                    "primary key of one column of " + parent.name(),
                    parent.key().isEmpty() ? "it has none" : "it has " + String.join(", ", parent.key()));
        }
        String reference = table.reference(column);
        return where(reference + " IS NOT NULL AND NOT EXISTS (SELECT FROM "
                + SqlNames.quote(parent.name()) + " AS p WHERE p."
                + quote(parent.key().get(0)) + " = " + reference + ")");
    }

    @Override
    public RowSelection others(String column, List<String> values) {
        String list = values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(Collectors.joining(", "));
        return where(table.reference(column) + "::text <> ALL (ARRAY[" + list + "]::text[])");
    }
}
