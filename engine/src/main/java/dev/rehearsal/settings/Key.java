package dev.rehearsal.settings;

import java.util.List;
import java.util.stream.Stream;

/** Every setting there is; its id is the same in rehearsal.yaml, in the build and behind {@code -Drehearsal.}. */
public enum Key {
    DATABASE("database"),
    DATABASE_USER("database.user"),
    DATABASE_PASSWORD("database.password"),
    DATABASE_SUPERUSER("database.superuser"),
    DISPOSABLE("disposable"),
    ALLOWED_HOSTS("allowedHosts"),
    LOCATIONS("locations"),
    VOLUME("volume"),
    ROWS("rows"),
    SCALE("scale"),
    SEED("seed"),
    SINCE("since"),
    FROM("from"),
    TO("to"),
    BUDGET_LOCK("budgets.lock"),
    BUDGET_STALL("budgets.stall"),
    BUDGET_DURATION("budgets.duration"),
    STATEMENT_TIMEOUT("statementTimeout"),
    LOCK_QUEUE_HOLD("lockQueue.hold"),
    APPLICATION("application"),
    APPLICATION_TIMEOUT("applicationTimeout"),
    REQUIRE_TESTS("requireTests"),
    BASELINE("baseline"),
    LINT_FAIL_ON("lint.failOn"),
    LINT_HEADERS("lint.headers"),
    COMPARE_RELATIVE("compare.relative"),
    COMPARE_ABSOLUTE("compare.absolute"),
    COMPARE_FAIL_ON("compare.failOn"),
    PLAN_TEMPLATES("plan.templates");

    private final String id;

    Key(String id) {
        this.id = id;
    }

    /** {@return the name in files and properties} */
    public String id() {
        return id;
    }

    static List<String> ids() {
        return Stream.of(values()).map(Key::id).toList();
    }
}
