package dev.rehearsal.dialect;

import dev.rehearsal.migration.RunEvents;
import dev.rehearsal.result.PhaseFacts;
import javax.sql.DataSource;

/** One phase under observation. Closing it ends all threads and connections of ours, also when the phase failed. */
public interface Observation extends AutoCloseable {
    /** {@return the data source through which the migration must run, so that its commits are seen} */
    DataSource migrating();

    /** {@return the listener that the runner must tell of each statement} */
    RunEvents events();

    /** {@return who waits now; may be asked by any thread until {@code finish}} */
    default Waiting waiting() {
        return Waiting.NOT_KNOWN;
    }

    /**
     * {@return what was seen from {@code begin} to now; call it once, when the phase has ended and its connections are
     * closed}
     */
    PhaseFacts finish();

    @Override
    void close();
}
