package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a rollback after the new version of the application has written.
 *
 * @param skipped why it was not rehearsed; null if it was
 * @param written what was written
 * @param notWritten what could not be written, and why
 * @param losses what did not survive the down; null if it could not be compared, as when the down failed
 */
public record UseCheck(
        @Nullable String skipped,
        List<Written> written,
        List<String> notWritten,
        @Nullable List<UseLoss> losses) {
    public UseCheck {
        written = List.copyOf(written);
        notWritten = List.copyOf(notWritten);
        losses = losses == null ? null : List.copyOf(losses);
    }

    /**
     * {@return the check of a rollback that was not rehearsed}
     *
     * @param reason why
     */
    public static UseCheck skipped(String reason) {
        return new UseCheck(reason, List.of(), List.of(), null);
    }
}
