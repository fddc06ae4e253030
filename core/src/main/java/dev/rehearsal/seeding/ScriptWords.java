package dev.rehearsal.seeding;

import dev.rehearsal.text.Lexer;
import org.jspecify.annotations.Nullable;

/** How an engine's scripts write names and constants. Stateless; safe for use by threads. */
public interface ScriptWords extends Lexer {
    /** {@return a name as the server keeps it} */
    String name(String written);

    /** {@return the text of a constant; null for NULL and all that is computed} */
    @Nullable
    String constant(String expression);

    /** {@return what stands in a token that holds statements itself, as the body of a function; null if it does not} */
    default @Nullable String body(String token) {
        return null;
    }
}
