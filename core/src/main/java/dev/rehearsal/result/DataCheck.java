package dev.rehearsal.result;

import dev.rehearsal.data.Loss;
import java.util.List;

/**
 * The outcome of comparing the data of two moments.
 *
 * @param losses what differs; empty exactly when nothing does
 * @param asMultisets tables without a primary key, compared as multisets
 */
public record DataCheck(List<Loss> losses, List<String> asMultisets) {
    public DataCheck {
        losses = List.copyOf(losses);
        asMultisets = List.copyOf(asMultisets);
    }

    /** {@return whether nothing differs} */
    public boolean identical() {
        return losses.isEmpty();
    }
}
