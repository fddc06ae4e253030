package dev.rehearsal.postgres;

import static dev.rehearsal.postgres.naming.SqlNames.quote;

/**
 * How the server copies a database. Writing the pages to the log is fastest for small ones as long as files are synced:
 * copying files needs two checkpoints, and syncs each of three hundred. Without that it is the faster way for all of them:
 * 17 instead of 48 ms for the smallest database, 0.1 instead of 0.3 s for 107 MB, 0.25 instead of 0.8 s for 302 MB; with
 * {@code fsync} these took 50, 440 and 1,300 ms by the log and 60, 300 and 1,100 ms by files.
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
     * @param server what it can do
     * @param bytes how much there is to copy
     */
    static CopyStrategy of(DatabaseCatalog.Copying server, long bytes) {
        if (server.version() < HAS_STRATEGIES) {
            return new CopyStrategy("", false);
        }
        boolean files = !server.syncs() || bytes >= (server.clones() ? CLONING_PAYS : COPYING_PAYS);
        return new CopyStrategy(files ? " STRATEGY file_copy" : " STRATEGY wal_log", files && server.clones());
    }

    String statement(DatabaseCatalog.Database original, String name) {
        return "CREATE DATABASE " + quote(name) + " TEMPLATE " + quote(original.name()) + " OWNER "
                + quote(original.owner()) + clause;
    }
}
