package dev.rehearsal.dialect;

import dev.rehearsal.migration.Fault;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
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
     * {@return the same error with a question that production can answer, and nothing to assume, if what it asks for is only
     * made by the script that failed}
     *
     * @param fault what an error means
     * @param before a database as it was before the script; it is asked, and not changed
     * @throws SQLException if the server fails
     */
    default Fault askable(Fault fault, DataSource before) throws SQLException {
        return fault;
    }

    /**
     * {@return the code by which the server tells of such an error; null if it has none of its own}
     *
     * @param kind of which kind
     */
    @Nullable
    String code(Fault.Kind kind);
}
