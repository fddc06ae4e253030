package dev.rehearsal.postgres.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The list of what production asks of a catalogue, for tests of other packages. */
public final class CatalogueQuestions {
    private CatalogueQuestions() {}

    /**
     * {@return the questions}
     *
     * @param connection to the server that is asked
     * @throws SQLException if it fails
     */
    public static List<String> of(Connection connection) throws SQLException {
        return CatalogQuestions.of(connection);
    }
}
