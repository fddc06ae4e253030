package dev.rehearsal.approval;

import org.jspecify.annotations.Nullable;

/** A sign-off cannot be recorded or read. The message says why and what to do. */
public final class ApprovalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message why, and what to do
     */
    public ApprovalException(@Nullable String message) {
        super(message);
    }
}
