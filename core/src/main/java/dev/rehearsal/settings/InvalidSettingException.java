package dev.rehearsal.settings;

import org.jspecify.annotations.Nullable;

/** A setting cannot be used. The message names the setting, where it stands, and what to write. */
public final class InvalidSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param message the setting, where it stands, and what to write
     */
    public InvalidSettingException(@Nullable String message) {
        super(message);
    }
}
