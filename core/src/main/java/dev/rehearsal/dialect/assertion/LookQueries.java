package dev.rehearsal.dialect.assertion;

/** Queries with which a reader looks further into what an assertion found; each can be run as it is. */
public interface LookQueries {
    /** {@return what shows all tables and columns} */
    String columns();

    /**
     * {@return what shows one column}
     *
     * @param table its table
     * @param column its name
     */
    String column(String table, String column);

    /**
     * {@return what shows the constraints of a table}
     *
     * @param table its name
     */
    String constraints(String table);

    /** {@return what shows all indexes} */
    String indexes();

    /**
     * {@return what shows the sequence of a column}
     *
     * @param table its table
     * @param column its name
     */
    String sequence(String table, String column);

    /**
     * {@return what shows the plan of a query}
     *
     * @param query any
     */
    String plan(String query);
}
