package dev.rehearsal.report.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists that may not have been measured. */
public final class Lists {
    private Lists() {}

    /**
     * {@return the list, or an empty one: only for looking through it, never for saying that nothing was there}
     *
     * @param <T> of what
     * @param list a list, or null if it was not measured
     */
    public static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
