package dev.rehearsal.dialect;

import dev.rehearsal.result.UseLoss;
import dev.rehearsal.result.Written;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The imitation of an application that writes with the new schema. */
public interface Usage {
    /**
     * Writes ordinary rows, and rows and values that only the schema after the up takes: what the database before the
     * up refuses, or changes, and the one after it accepts.
     *
     * @param target where
     * @return what was written
     * @throws SQLException if a server fails; a row that is refused is a result, not an error
     */
    Use write(Target target) throws SQLException;

    /**
     * Where to write.
     *
     * @param before a database before the up, which is asked and left as it is
     * @param after a database of the same rows after the up, which is written to
     * @param touched tables that the up has locked, whether their definition differs or not
     * @param ignored the runner's own tables
     */
    record Target(DataSource before, DataSource after, Set<QualifiedName> touched, Set<QualifiedName> ignored) {
        public Target {
            touched = Set.copyOf(touched);
            ignored = Set.copyOf(ignored);
        }
    }

    /** What was written. */
    interface Use {
        /** {@return what was written} */
        List<Written> written();

        /** {@return what could not be written, and why, one sentence each} */
        List<String> notWritten();

        /**
         * {@return what of it is gone}
         *
         * @param afterDown the database that was written to, after the down
         * @throws SQLException if the server fails
         */
        List<UseLoss> losses(DataSource afterDown) throws SQLException;
    }
}
