package dev.rehearsal.settings;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every setting there is; its id is the same in rehearsal.yaml, in the build and behind {@code -Drehearsal.}. */
public enum Key {
    DATABASE("database"),
    ALSO("also"),
    DATABASE_USER("database.user"),
    DATABASE_PASSWORD("database.password"),
    DATABASE_SUPERUSER("database.superuser"),
    DISPOSABLE("disposable"),
    ALLOWED_HOSTS("allowedHosts"),
    RUNNER("runner"),
    LOCATIONS("locations"),
    LAYOUT("layout"),
    COMMAND_UP("command.up"),
    COMMAND_DOWN("command.down"),
    COMMAND_LIST("command.list"),
    COMMAND_FILES("command.files"),
    COMMAND_UNDO_FILES("command.undoFiles"),
    COMMAND_TABLE("command.table"),
    COMMAND_DIRECTORY("command.directory"),
    COMMAND_ENVIRONMENT("command.environment"),
    COMMAND_TIMEOUT("command.timeout"),
    VOLUME("volume"),
    ROWS("rows"),
    SCALE("scale"),
    SEED("seed"),
    CACHE("cache"),
    SINCE("since"),
    FROM("from"),
    TO("to"),
    BUDGET_LOCK("budgets.lock"),
    BUDGET_STALL("budgets.stall"),
    BUDGET_DURATION("budgets.duration"),
    BUDGET_SIZE("budgets.size"),
    DEPLOY_PROBE("deploy.probe"),
    STATEMENT_TIMEOUT("statementTimeout"),
    SCENARIOS("scenarios"),
    LOCK_QUEUE_HOLD("lockQueue.hold"),
    APPLICATION("application"),
    APPLICATION_TIMEOUT("applicationTimeout"),
    CRASH("crash"),
    CRASH_POINTS("crash.points"),
    REQUIRE_TESTS("requireTests"),
    UNDO("undo"),
    TIME_ZONE("timeZone"),
    SPRING_PROFILES("springProfiles"),
    BEFOREHAND("beforehand"),
    DATABASE_NAME("databaseName"),
    BASELINE("baseline"),
    LINT_FAIL_ON("lint.failOn"),
    LINT_HEADERS("lint.headers"),
    COMPARE_RELATIVE("compare.relative"),
    COMPARE_ABSOLUTE("compare.absolute"),
    COMPARE_FAIL_ON("compare.failOn"),
    PLAN_TEMPLATES("plan.templates"),
    APPROVALS_LOW_PLAN("approvals.LOW.plan"),
    APPROVALS_LOW_ROLLBACK_PLAN("approvals.LOW.rollback-plan"),
    APPROVALS_MEDIUM_PLAN("approvals.MEDIUM.plan"),
    APPROVALS_MEDIUM_ROLLBACK_PLAN("approvals.MEDIUM.rollback-plan"),
    APPROVALS_HIGH_PLAN("approvals.HIGH.plan"),
    APPROVALS_HIGH_ROLLBACK_PLAN("approvals.HIGH.rollback-plan"),
    APPROVALS_MAX_AGE("approvals.maxAge"),
    APPROVALS_SAME_PERSON("approvals.allowSamePerson"),
    INSPECT_URL("inspect.url"),
    INSPECT_USER("inspect.user"),
    INSPECT_PASSWORD("inspect.password"),
    INSPECT_STATEMENT_TIMEOUT("inspect.statementTimeout"),
    INSPECT_LOCK_TIMEOUT("inspect.lockTimeout"),
    PROFILE_SCALE("profile.scale"),
    PROFILE_BOUNDS("profile.bounds"),
    PROFILE_OVERWRITE("profile.overwrite");

    /** Those that are a command, as a list of arguments. */
    static final Set<Key> ARGUMENTS = Set.of(COMMAND_UP, COMMAND_DOWN, COMMAND_LIST);

    private static final String COMMAND = "command.";

    private final String id;

    Key(String id) {
        this.id = id;
    }

    /** {@return the name in files and properties} */
    public String id() {
        return id;
    }

    /** {@return whether it speaks to the runner of any command} */
    public boolean ofCommand() {
        return id.startsWith(COMMAND);
    }

    static List<String> ids() {
        return Stream.of(values()).map(Key::id).toList();
    }
}
