package dev.rehearsal.dialect;

import dev.rehearsal.data.DataFingerprint;
import dev.rehearsal.data.Loss;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The comparing of data. */
public interface DataComparison {
    /**
     * {@return what all tables and sequences hold, by one scan per table}
     *
     * @param database where
     * @param ignored the runner's own tables
     * @throws SQLException if the server fails
     */
    DataFingerprint fingerprint(DataSource database, Set<QualifiedName> ignored) throws SQLException;

    /**
     * {@return a reader of one database, which reads nothing yet}
     *
     * @param database where
     * @param maintenance the maintenance database of the same server, to ask what was written
     * @param ignored the runner's own tables
     */
    DataReader reader(DataSource database, DataSource maintenance, Set<QualifiedName> ignored);

    /**
     * {@return what the second database has lost against the first; empty exactly when the fingerprints agree on all
     * that the first one has}
     *
     * @param before a database in the state before, kept for comparison
     * @param beforePrint its fingerprint
     * @param after the database to judge
     * @param afterPrint its fingerprint
     * @throws SQLException if a server fails
     */
    List<Loss> losses(DataSource before, DataFingerprint beforePrint, DataSource after, DataFingerprint afterPrint)
            throws SQLException;
}
