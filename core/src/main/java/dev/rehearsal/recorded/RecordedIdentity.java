package dev.rehearsal.recorded;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which migration it is.
 *
 * @param version its version
 * @param description from its name
 * @param script its name
 * @param scriptDigest what its bytes are recognised by
 * @param undoScript the name of its undo script; null if it has none
 * @param undoDigest what the undo script's bytes are recognised by; null if it has none
 * @param transactional whether the runner keeps it in one transaction
 * @param wayBack how it is taken back: written, derived, declared-empty or none; null in reports of older versions
 * @param forwardOnly why there is no way back on purpose; null if there should be one, and in reports of older versions
 */
public record RecordedIdentity(
        String version,
        String description,
        String script,
        String scriptDigest,
        @Nullable String undoScript,
        @Nullable String undoDigest,
        boolean transactional,
        @Nullable String wayBack,
        @Nullable String forwardOnly) {
    public RecordedIdentity {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(scriptDigest, "scriptDigest");
        if (undoScript != null) {
            Objects.requireNonNull(undoDigest, "undoDigest");
        }
    }
}
