package dev.rehearsal.progress;

/** Told of what is being done, for a person who waits. Implementations are safe for use by several threads. */
@FunctionalInterface
public interface Progress {
    /** Tells no one. */
    Progress SILENT = message -> {};

    /**
     * Called whenever something worth a line begins or ends, at most a few times a second.
     *
     * @param message one line
     */
    void report(String message);
}
