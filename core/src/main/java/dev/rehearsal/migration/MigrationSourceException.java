package dev.rehearsal.migration;

/** The project's migrations or their configuration cannot be read. The message says which, and what to do. */
public final class MigrationSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what cannot be read, and what to do
     */
    public MigrationSourceException(String message) {
        super(message);
    }

    /**
     * Makes one with its cause.
     *
     * @param message what cannot be read, and what to do
     * @param cause why
     */
    public MigrationSourceException(String message, Throwable cause) {
        super(message, cause);
    }
}
