package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Readers.Reading;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A long transaction that has read tables: it ends when its time is over, counted from a signal, when it has shown all that
 * it can show, or when it is closed.
 */
final class LongReader implements AutoCloseable {
    /** A migration that never reaches its first statement must not wait for this reader for ever. */
    private static final Duration WITHOUT_SIGNAL = Duration.ofSeconds(30);

    private static final long LOOK_MILLIS = 10;

    private final Reading reading;
    private final Duration hold;
    private final ScheduledExecutorService clock;
    private volatile long begun = System.nanoTime();
    private volatile double heldMs;

    private LongReader(Reading reading, Duration hold) {
        this.reading = reading;
        this.hold = hold;
        this.heldMs = hold.toNanos() / 1e6;
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

    /**
     * From now on its time counts.
     *
     * @param enough whether it need not go on, since nothing else could come of it; asked until it ends
     */
    void begin(BooleanSupplier enough) {
        begun = System.nanoTime();
        endAfter(hold);
        var unused = clock.scheduleWithFixedDelay(() -> endIf(enough), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** {@return how long it goes on at most, or until when it had shown enough, in milliseconds} */
    double heldMs() {
        return heldMs;
    }

    private void endIf(BooleanSupplier enough) {
        if (enough.getAsBoolean()) {
            heldMs = Math.min(heldMs, (System.nanoTime() - begun) / 1e6);
            clock.shutdown();
            reading.close();
        }
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
