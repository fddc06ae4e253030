package dev.rehearsal.scenario;

import dev.rehearsal.database.DatabaseServer;
import dev.rehearsal.dialect.Dialect;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes and drops the stages of one rehearsal, each under a name of ours.
 *
 * @param server where
 * @param dialect its engine
 * @param ignored the runner's own tables, which are not the user's
 * @param run what tells this rehearsal's databases from those of another at the same time
 * @param counter numbers them
 */
public record StageHouse(
        DatabaseServer server, Dialect dialect, Set<QualifiedName> ignored, String run, AtomicInteger counter) {
    private static final Logger LOG = LoggerFactory.getLogger(StageHouse.class);

    public StageHouse {
        ignored = Set.copyOf(ignored);
    }

    /**
     * {@return a new, empty stage}
     *
     * @throws SQLException if the server refuses
     */
    public Stage empty() throws SQLException {
        String name = nextName();
        dialect.databases().create(maintenance(), name);
        return new Stage(this, name);
    }

    Stage copyOf(String source) throws SQLException {
        String name = nextName();
        dialect.databases().copy(maintenance(), source, name);
        return new Stage(this, name);
    }

    /** A database that cannot be dropped now is dropped with its server, or by the next run: no reason to fail. */
    void drop(String name) {
        try {
            dialect.databases().drop(maintenance(), name);
        } catch (SQLException e) {
            LOG.warn("The database {} could not be dropped: {}", name, e.getMessage());
        }
    }

    private DataSource maintenance() {
        return dialect.connect(server.maintenance(), "rehearsal");
    }

    private String nextName() {
        return "rehearsal_" + run + "_" + counter.incrementAndGet();
    }
}
