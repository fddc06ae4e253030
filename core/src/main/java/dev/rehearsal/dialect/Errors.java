package dev.rehearsal.dialect;

import dev.rehearsal.migration.Fault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the errors of an engine mean. Nobody else reads its codes and its words. */
public interface Errors {
    /**
     * {@return what an error means; empty if it is none of this engine's}
     *
     * @param thrown an exception; its causes are searched
     * @param sql the statement that failed; null if not known
     */
    Optional<Fault> fault(Throwable thrown, @Nullable String sql);

    /**
     * {@return the code by which the server tells of such an error; null if it has none of its own}
     *
     * @param kind of which kind
     */
    @Nullable
    String code(Fault.Kind kind);
}
