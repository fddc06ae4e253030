package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Readers.Reading;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A long transaction that has read tables: it ends when its time is over, counted from a signal, or when it is closed. */
final class LongReader implements AutoCloseable {
    /** A migration that never reaches its first statement must not wait for this reader for ever. */
    private static final Duration WITHOUT_SIGNAL = Duration.ofSeconds(30);

    private final Reading reading;
    private final Duration hold;
    private final ScheduledExecutorService clock;

    private LongReader(Reading reading, Duration hold) {
        this.reading = reading;
        this.hold = hold;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "rehearsal-reader");
            thread.setDaemon(true);
            return thread;
        });
        endAfter(hold.plus(WITHOUT_SIGNAL));
    }

    static LongReader of(Stage stage, Collection<QualifiedName> tables, Duration hold) throws SQLException {
        return new LongReader(stage.dialect().readers().read(stage.address(), tables), hold);
    }

    /** From now on its time counts. */
    void begin() {
        endAfter(hold);
    }

    private void endAfter(Duration time) {
        var unused = clock.schedule(reading::close, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        reading.close();
    }
}
