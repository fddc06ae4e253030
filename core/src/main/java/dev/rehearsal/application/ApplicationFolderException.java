package dev.rehearsal.application;

/** The application's statements cannot be read. The message says which, and why. */
public final class ApplicationFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what is wrong, and where
     */
    public ApplicationFolderException(String message) {
        super(message);
    }
}
