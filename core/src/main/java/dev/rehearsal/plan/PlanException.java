package dev.rehearsal.plan;

/** Says why no plan can be written, and what to do. */
public final class PlanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Says it.
     *
     * @param message the reason and the remedy
     */
    public PlanException(String message) {
        super(message);
    }

    /**
     * Says it.
     *
     * @param message the reason and the remedy
     * @param cause what happened
     */
    public PlanException(String message, Throwable cause) {
        super(message, cause);
    }
}
