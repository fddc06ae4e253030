package dev.rehearsal.dialect;

/** An engine cannot answer a question. Whoever asked must say that it was not measured, never that all is well. */
public final class UnansweredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message what cannot be answered, and why
     */
    public UnansweredException(String message) {
        super(message);
    }
}
