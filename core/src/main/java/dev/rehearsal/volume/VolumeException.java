package dev.rehearsal.volume;

/** A volume file cannot be read, or contradicts itself. The message says where, and what to do. */
public final class VolumeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message where, what, and what to do
     */
    public VolumeException(String message) {
        super(message);
    }

    /**
     * Makes one with its cause.
     *
     * @param message where, what, and what to do
     * @param cause why
     */
    public VolumeException(String message, Throwable cause) {
        super(message, cause);
    }
}
