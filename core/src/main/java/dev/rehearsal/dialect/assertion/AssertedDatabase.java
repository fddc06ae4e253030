package dev.rehearsal.dialect.assertion;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A conversation with one database, on one connection that is opened by the first question. Not for several threads. */
public interface AssertedDatabase extends AutoCloseable {
    /**
     * Tries SQL and takes it back, constraints that are checked late included.
     *
     * @param sql the statements
     * @return why it was refused; empty if it was not
     * @throws SQLException if the connection fails
     */
    Optional<SQLException> attempt(String sql) throws SQLException;

    /**
     * {@return all rows of a query as text}
     *
     * @param query any query
     * @throws SQLException if it fails
     */
    List<List<@Nullable String>> rows(String query) throws SQLException;

    /**
     * {@return the SQL that empties tables, and those that refer to them}
     *
     * @param tables their names
     */
    String emptying(List<String> tables);

    /**
     * {@return whether there is such a table or view}
     *
     * @param table its name as SQL writes it, with or without its schema
     * @throws SQLException if the server fails
     */
    boolean hasTable(String table) throws SQLException;

    /**
     * {@return the table or view of that name}
     *
     * @param table its name as SQL writes it, with or without its schema
     * @throws NotThereException if there is none
     * @throws SQLException if the server fails
     */
    AssertedTable table(String table) throws SQLException;

    /**
     * {@return a type as the server writes it: {@code integer} for {@code int}; as it is if there is none of that name}
     *
     * @param type a type as SQL writes it
     * @throws SQLException if the server fails
     */
    String type(String type) throws SQLException;

    /**
     * {@return an index; empty if there is none of that name}
     *
     * @param name its name
     * @throws SQLException if the server fails
     */
    Optional<IndexDefinition> index(String name) throws SQLException;

    /**
     * {@return whether the server would use an index for a query, were reading whole tables dear, as it is in production
     * and not on the small tables of a test}
     *
     * @param query any query
     * @param index which
     * @throws SQLException if it cannot be planned
     */
    IndexUse use(String query, IndexDefinition index) throws SQLException;

    /** {@return the queries that a reader is told} */
    LookQueries look();

    @Override
    void close() throws SQLException;

    /**
     * An index.
     *
     * @param name its name
     * @param valid whether it is complete and can be used
     * @param unique whether it is unique
     * @param settled whether every transaction may use it at once
     * @param definition its definition as SQL
     */
    record IndexDefinition(String name, boolean valid, boolean unique, boolean settled, String definition) {}

    /**
     * Whether an index serves a query.
     *
     * @param used whether the server would use it
     * @param plan what the server would do, for a reader
     */
    record IndexUse(boolean used, String plan) {}
}
