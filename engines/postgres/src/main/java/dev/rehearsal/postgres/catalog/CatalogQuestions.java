package dev.rehearsal.postgres.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** All that is asked of a catalogue. */
final class CatalogQuestions {
    private static final List<CatalogQueries> GROUPS = List.of(
            TableQueries::queries,
            ColumnQueries::queries,
            ConstraintQueries::queries,
            ViewQueries::queries,
            RoutineQueries::queries,
            TypeQueries::queries,
            OperatorQueries::queries,
            TextQueries::queries,
            SecurityQueries::queries,
            CommentQueries::queries,
            DatabaseQueries::queries,
            ReplicationQueries::queries,
            ClusterQueries::queries);

    private CatalogQuestions() {}

    /** {@return the questions for the version of the server, a SELECT each} */
    static List<String> of(Connection connection) throws SQLException {
        ServerVersion version = new ServerVersion(connection.getMetaData().getDatabaseMajorVersion());
        return GROUPS.stream()
                .flatMap(group -> group.queries(version).stream())
                .map(SharedSql::expand)
                .toList();
    }
}
