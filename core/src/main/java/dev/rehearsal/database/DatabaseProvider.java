package dev.rehearsal.database;

import dev.rehearsal.progress.Progress;

/** Gives a database server for the time of a rehearsal. */
public interface DatabaseProvider {
    /**
     * Starts a server, or reaches one; returns when it answers.
     *
     * @param progress told of a start or a download that takes time
     * @return the running server; the caller closes it
     * @throws DatabaseUnavailableException if there is none to be had; the message says what is missing and what to do
     */
    DatabaseServer start(Progress progress);

    /**
     * {@return a provider of a server for tests, which copy and drop many small databases: where the server is of our
     * own making, a commit does not wait for the disk; any other is the same}
     */
    default DatabaseProvider forTests() {
        return this;
    }
}
