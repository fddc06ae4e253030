package dev.rehearsal.postgres.catalog;

import java.util.List;

/**
 * A group of questions to the catalogue. Each yields rows of type, name, definition and, where the object has one,
 * owner; a definition never holds an OID, nor what depends on the session.
 */
@FunctionalInterface
interface CatalogQueries {
    /**
     * {@return the questions, with the placeholders of {@link SharedSql}}
     *
     * @param version of the server that is asked
     */
    List<String> queries(ServerVersion version);
}
