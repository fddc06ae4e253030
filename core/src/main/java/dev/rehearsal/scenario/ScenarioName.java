package dev.rehearsal.scenario;

import java.util.Optional;
import java.util.stream.Stream;

/** A scenario that a project can choose; the roundtrip is always rehearsed. */
public enum ScenarioName {
    /** The new application has written before the down. */
    ROLLBACK_AFTER_USE("rollback-after-use"),
    /** Up and down behind a long transaction. */
    LOCK_QUEUE("lock-queue"),
    /** The up that fails in its middle, where the server does not take back what it defined. */
    HALF_APPLIED("half-applied"),
    /** The up that is killed and run again. */
    CRASH("crash"),
    /** An up that writes in batches, killed, run twice, and with others writing meanwhile. */
    BACKFILL("backfill"),
    /** The old application's statements before, during and after up and down. */
    OLD_APPLICATION("old-application"),
    /** All versions in one run. */
    DEPLOYMENT("deployment");

    private final String id;

    ScenarioName(String id) {
        this.id = id;
    }

    /** {@return the name in settings} */
    public String id() {
        return id;
    }

    static Optional<ScenarioName> of(String id) {
        return Stream.of(values()).filter(name -> name.id.equals(id)).findFirst();
    }
}
