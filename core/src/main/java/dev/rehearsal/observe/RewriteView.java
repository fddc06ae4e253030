package dev.rehearsal.observe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells which tables were written anew, and by which statement. */
public interface RewriteView {
    /** Sees what is there before the migration. */
    void begin();

    /** Looks what is new since the last look: this statement may have made it. */
    void list(RanStatement ran);

    /** Keeps in mind a statement that may have written a table anew. */
    void remember(RanStatement ran);

    /** Sees what has become visible with the end of a transaction, and finds the statement behind it. */
    void attribute();

    /** {@return the tables that a statement wrote anew; null if that cannot be told} */
    @Nullable
    List<String> of(RanStatement ran);

    /** {@return how the server changed a table's definition, where it has several ways; null if it does not tell} */
    default @Nullable String algorithm(RanStatement ran) {
        return null;
    }
}
