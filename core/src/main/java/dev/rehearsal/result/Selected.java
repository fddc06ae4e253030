package dev.rehearsal.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why just these migrations were rehearsed.
 *
 * @param reason for a reader: {@code new or changed since origin/main}
 * @param compared what was held against an earlier time, counted by kind; null if nothing was to be compared
 * @param changed what of it is not known to be as it was, each with what has become of it
 */
public record Selected(String reason, @Nullable List<String> compared, List<String> changed) {
    public Selected {
        compared = compared == null ? null : List.copyOf(compared);
        changed = List.copyOf(changed);
    }

    /**
     * {@return a choice for which nothing was compared}
     *
     * @param reason for a reader
     */
    public static Selected because(String reason) {
        return new Selected(reason, null, List.of());
    }
}
