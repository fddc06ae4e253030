package dev.rehearsal.migration;

/**
 * Something wrong with the files of a history, most often so that it is unfit to run.
 *
 * @param kind which
 * @param message what, naming the files
 * @param remedy what to do
 * @param file the file that is at fault, for a reader
 * @param line the line of it, from 1; 0 for the file as a whole
 */
public record HistoryProblem(Kind kind, String message, String remedy, String file, int line) {
    /**
     * Something wrong with a file as a whole.
     *
     * @param kind which
     * @param message what, naming the files
     * @param remedy what to do
     * @param file the file that is at fault, for a reader
     */
    public HistoryProblem(Kind kind, String message, String remedy, String file) {
        this(kind, message, remedy, file, 0);
    }

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
        /** A file holds something that the runner does not understand, or understands otherwise than it looks. */
        NOT_UNDERSTOOD,
        /** A file's name follows no convention, and the runner, as it is configured, passes over it. */
        PASSED_OVER
    }

    /** {@return whether it makes the history unfit to run} */
    public boolean fatal() {
        return kind != Kind.PASSED_OVER;
    }
}
