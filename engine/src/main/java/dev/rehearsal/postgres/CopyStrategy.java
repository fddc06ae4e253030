package dev.rehearsal.postgres;

import static dev.rehearsal.schema.QualifiedName.quote;

/**
 * How the server copies a database. Writing the pages to the log is fastest for small ones; copying files needs two
 * checkpoints and then is faster, most of all where the file system clones them.
 *
 * @param clause the clause of CREATE DATABASE, empty before PostgreSQL 15
 * @param clones whether files are cloned
 */
record CopyStrategy(String clause, boolean clones) {
    private static final int HAS_STRATEGIES = 150000;
    private static final long MEGABYTE = 1024 * 1024;
    private static final long CLONING_PAYS = 64 * MEGABYTE;
    private static final long COPYING_PAYS = 512 * MEGABYTE;

    /**
     * Chooses one.
     *
     * @param version the server's version as a number: 180006
     * @param canClone whether it can clone files
     * @param bytes how much there is to copy
     */
    static CopyStrategy of(int version, boolean canClone, long bytes) {
        if (version < HAS_STRATEGIES) {
            return new CopyStrategy("", false);
        }
        boolean files = bytes >= (canClone ? CLONING_PAYS : COPYING_PAYS);
        return new CopyStrategy(files ? " STRATEGY file_copy" : " STRATEGY wal_log", files && canClone);
    }

    String statement(DatabaseCatalog.Database original, String name) {
        return "CREATE DATABASE " + quote(name) + " TEMPLATE " + quote(original.name()) + " OWNER "
                + quote(original.owner()) + clause;
    }
}
