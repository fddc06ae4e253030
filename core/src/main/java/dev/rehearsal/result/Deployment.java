package dev.rehearsal.result;

import dev.rehearsal.migration.RunFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was rehearsed, applied once more as production will: in one run of the runner and one session of its own, so that
 * what one version leaves in its session meets the next.
 *
 * @param versions which, oldest first
 * @param facts what was seen: its time, and the locks held across it
 * @param failure why it ended before the last of them; null if it did not
 */
public record Deployment(
        List<String> versions, PhaseFacts facts, @Nullable RunFailure failure) {
    public Deployment {
        versions = List.copyOf(versions);
    }
}
