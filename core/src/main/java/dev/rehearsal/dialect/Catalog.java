package dev.rehearsal.dialect;

import dev.rehearsal.schema.InvalidIndex;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.schema.SchemaSnapshot;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** The reading of the catalogue. */
public interface Catalog {
    /**
     * {@return everything that is defined in the database, but for the ignored tables and what hangs on them}
     *
     * @param database where
     * @param ignored the runner's own tables
     * @throws SQLException if the server fails
     */
    SchemaSnapshot snapshot(DataSource database, Set<QualifiedName> ignored) throws SQLException;

    /**
     * {@return a reader of one database's definitions, which is not connected yet; the caller closes it}
     *
     * @param database where
     * @param ignored the runner's own tables
     */
    SchemaReader reader(DataSource database, Set<QualifiedName> ignored);

    /**
     * {@return each table of the user's with its size, in the order of their names}
     *
     * @param database where
     * @param ignored the runner's own tables
     * @throws SQLException if the server fails
     */
    default List<TableSize> sizes(DataSource database, Set<QualifiedName> ignored) throws SQLException {
        return sizes(database, ignored, Map.of());
    }

    /**
     * {@return each table of the user's with its size, in the order of their names; those whose rows are known are not
     * counted again}
     *
     * @param database where
     * @param ignored the runner's own tables
     * @param counted the rows of tables that were counted in the same state
     * @throws SQLException if the server fails
     */
    List<TableSize> sizes(DataSource database, Set<QualifiedName> ignored, Map<QualifiedName, Long> counted)
            throws SQLException;

    /**
     * {@return the names of each table's columns, in their order; nothing is counted}
     *
     * @param database where
     * @param ignored the runner's own tables
     * @throws SQLException if the server fails
     */
    Map<QualifiedName, List<String>> columns(DataSource database, Set<QualifiedName> ignored) throws SQLException;

    /**
     * {@return the indexes of the user's that are kept up to date and not used, in the order of their names}
     *
     * @param database where
     * @param ignored the runner's own tables
     * @throws SQLException if the server fails
     */
    List<InvalidIndex> invalidIndexes(DataSource database, Set<QualifiedName> ignored) throws SQLException;

    /**
     * The size of a table.
     *
     * @param table which
     * @param rows exact row count
     * @param bytes on disk, with its indexes and TOAST
     */
    record TableSize(QualifiedName table, long rows, long bytes) {}
}
