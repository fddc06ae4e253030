package dev.rehearsal.junit.stage;

import org.jspecify.annotations.Nullable;

/** A stage cannot be had. The message says why, and what to do. */
public final class StageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message why, and what to do
     * @param cause what it comes from; null if nothing
     */
    public StageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
