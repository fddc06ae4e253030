package dev.rehearsal.observe;

import dev.rehearsal.result.PhaseCost;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what a phase costs as a whole. Closing it closes what it counts with. */
public interface CostView extends AutoCloseable {
    /** Counts before the migration; what cannot be counted stays unmeasured. */
    void begin();

    /**
     * {@return what the phase cost; null if not measured}
     *
     * @param statements what was run
     * @param sessions by which sessions, so that they can be waited for
     */
    @Nullable
    PhaseCost since(List<RanStatement> statements, Set<Long> sessions);

    @Override
    void close() throws SQLException;
}
