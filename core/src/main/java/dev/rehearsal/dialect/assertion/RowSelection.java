package dev.rehearsal.dialect.assertion;

import java.sql.SQLException;
import java.util.List;

/** Some rows of a table. */
public interface RowSelection {
    /**
     * {@return how many rows it has}
     *
     * @throws SQLException if the server fails
     */
    long count() throws SQLException;

    /**
     * {@return up to five of its rows by their keys; by their values where there is no key, as in a view}
     *
     * @throws SQLException if the server fails
     */
    List<String> keys() throws SQLException;

    /**
     * {@return up to five different values that a column has in it}
     *
     * @param column its name
     * @throws SQLException if the server fails
     */
    List<String> values(String column) throws SQLException;

    /**
     * {@return how many different values a column has in it, NULL apart}
     *
     * @param column its name
     * @throws SQLException if the server fails
     */
    long distinct(String column) throws SQLException;

    /** {@return the query that shows these rows} */
    String sql();
}
