package dev.rehearsal.migration;

/**
 * Something wrong with the files of a history, most often so that it is unfit to run.
 *
 * @param kind which
 * @param message what, naming the files
 * @param remedy what to do
 * @param file the file that is at fault, for a reader
 */
public record HistoryProblem(Kind kind, String message, String remedy, String file) {
    /** The kinds of problem. */
    public enum Kind {
        /** Two scripts claim one version. */
        DUPLICATE_VERSION,
        /** An undo script has no migration of its version. */
        UNDO_WITHOUT_MIGRATION,
        /** A file's name follows no convention of the runner. */
        UNRECOGNISED_NAME,
        /** A file is not of the configured encoding. */
        WRONG_ENCODING,
        /** A file's name follows no convention, and the runner, as it is configured, passes over it. */
        PASSED_OVER
    }

    /** {@return whether it makes the history unfit to run} */
    public boolean fatal() {
        return kind != Kind.PASSED_OVER;
    }
}
