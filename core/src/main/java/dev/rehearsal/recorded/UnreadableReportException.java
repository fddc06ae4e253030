package dev.rehearsal.recorded;

/** A {@code report.json} cannot be read. The message names it, and says what to do. */
public final class UnreadableReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableReportException(String message) {
        super(message);
    }

    UnreadableReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
