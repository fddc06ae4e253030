package dev.rehearsal.dialect.assertion;

/** An assertion names something that the database does not have. */
public final class NotThereException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What was looked for. */
    private final String expected;
    /** What there is. */
    private final String actual;

    /**
     * Makes one.
     *
     * @param expected what was looked for: {@code table users}
     * @param actual what there is, for a reader
     */
    public NotThereException(String expected, String actual) {
        super("There is no " + expected + ": " + actual);
        this.expected = expected;
        this.actual = actual;
    }

    /** {@return what was looked for: {@code table users}} */
    public String expected() {
        return expected;
    }

    /** {@return what there is, for a reader} */
    public String actual() {
        return actual;
    }
}
