package dev.rehearsal.dialect.assertion;

import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table or a view, as the catalogue knew it when it was asked for. Further questions go over the same connection. */
public interface AssertedTable {
    /** {@return its name} */
    QualifiedName name();

    /** {@return its columns, in order} */
    List<String> columns();

    /** {@return the columns of its primary key; empty if it has none} */
    List<String> key();

    /**
     * {@return a column's name as the catalogue spells it}
     *
     * @param column its name, as SQL writes it without quotes, or exactly
     * @throws NotThereException if there is none
     */
    String column(String column);

    /**
     * {@return how a column is defined}
     *
     * @param column its name
     * @throws NotThereException if there is none
     * @throws SQLException if the server fails
     */
    ColumnDefinition definition(String column) throws SQLException;

    /**
     * {@return a constraint; empty if there is none of that name}
     *
     * @param constraint its name
     * @throws SQLException if the server fails
     */
    Optional<ConstraintDefinition> constraint(String constraint) throws SQLException;

    /**
     * {@return the names of its constraints}
     *
     * @throws SQLException if the server fails
     */
    List<String> constraints() throws SQLException;

    /**
     * {@return the value that a column's sequence hands out next; empty if the column has no sequence}
     *
     * @param column its name
     * @throws NotThereException if there is no such column
     * @throws SQLException if the server fails
     */
    Optional<Long> nextValue(String column) throws SQLException;

    /** {@return the choice of its rows} */
    RowSelections rows();

    /**
     * {@return what differs from an earlier state of the table}
     *
     * @param before the same table in another database of the same engine
     * @param columns the columns to compare; none to compare which rows there are
     * @throws NotThereException if it has not all of these columns
     * @throws SQLException if a server fails
     */
    TableChanges changes(AssertedTable before, List<String> columns) throws SQLException;

    /**
     * A column.
     *
     * @param type its type as the server writes it: {@code character varying(12)}
     * @param nullable whether it may be NULL
     * @param standard its default as SQL; null if none
     */
    record ColumnDefinition(
            String type, boolean nullable, @Nullable String standard) {}

    /**
     * A constraint.
     *
     * @param validated whether it is proven for all rows
     * @param definition its definition as SQL
     * @param check the condition, if it is a CHECK; else null
     */
    record ConstraintDefinition(
            boolean validated, String definition, @Nullable String check) {}

    /**
     * How a table differs from before.
     *
     * @param differing how many rows differ
     * @param named up to five of them by their key, each with how
     */
    record TableChanges(long differing, List<String> named) {
        public TableChanges {
            named = List.copyOf(named);
        }
    }
}
