package dev.rehearsal.dialect.assertion;

import java.util.List;

/** Makes selections of one table's rows; a column that the table does not have is a {@link NotThereException}. */
public interface RowSelections {
    /** {@return all of them} */
    RowSelection all();

    /**
     * {@return the rows that fulfil a condition}
     *
     * @param condition as SQL, in which the table is {@code t}
     */
    RowSelection where(String condition);

    /**
     * {@return the rows in which a column is NULL}
     *
     * @param column its name
     */
    RowSelection nulls(String column);

    /**
     * {@return the rows in which a column is a number, or a higher one}
     *
     * @param column its name
     * @param least the number
     */
    RowSelection from(String column, long least);

    /**
     * {@return the rows whose values occur more than once; a row with a NULL among them is never the same as another}
     *
     * @param columns which values
     */
    RowSelection duplicates(List<String> columns);

    /**
     * {@return the rows that refer to a row which is not there}
     *
     * @param column what refers
     * @param parent the table with the rows that are referred to, by its primary key
     * @throws NotThereException if the parent has no primary key of one column
     */
    RowSelection orphans(String column, AssertedTable parent);

    /**
     * {@return the rows in which a column is neither NULL nor one of these values}
     *
     * @param column its name
     * @param values the values, as text
     */
    RowSelection others(String column, List<String> values);
}
