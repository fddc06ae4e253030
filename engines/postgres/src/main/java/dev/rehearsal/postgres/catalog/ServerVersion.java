package dev.rehearsal.postgres.catalog;

/**
 * The major version of a server, to choose between texts of SQL.
 *
 * @param major 14 to 18
 */
record ServerVersion(int major) {
    /**
     * {@return the one text if the server is at least of this version, else the other}
     *
     * @param version the first major version that knows the first text
     * @param text SQL for that version and later ones
     * @param otherwise SQL for older ones
     */
    String since(int version, String text, String otherwise) {
        return major >= version ? text : otherwise;
    }
}
