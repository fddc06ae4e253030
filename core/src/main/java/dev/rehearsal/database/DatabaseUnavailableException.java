package dev.rehearsal.database;

/** There is no database to rehearse on. The message says what is missing and what to do. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what is missing, and what to do
     */
    public DatabaseUnavailableException(String message) {
        super(message);
    }

    /**
     * Makes one with its cause.
     *
     * @param message what is missing, and what to do
     * @param cause why
     */
    public DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
