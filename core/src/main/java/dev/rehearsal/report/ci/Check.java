package dev.rehearsal.report.ci;

/** What one test case asks of a migration. */
enum Check {
    UP("up"),
    DOWN("down"),
    SCHEMA("down restores the schema"),
    DATA("down restores the data"),
    UP_AGAIN("up again"),
    LOCKS("locks"),
    STALLS("stalls"),
    MEASURED("everything was measured"),
    /** Whatever no other check asks for. */
    RULES("rules");

    private final String title;

    Check(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** {@return whether it asks for a way back} */
    boolean ofTheWayBack() {
        return this == DOWN || this == SCHEMA || this == DATA || this == UP_AGAIN;
    }

    /** {@return the check that a rule answers} */
    static Check of(String rule) {
        return switch (rule) {
            case "up-failed", "migration-too-slow", "runner-would-hang" -> UP;
            case "undo-missing", "undo-failed" -> DOWN;
            case "schema-not-restored" -> SCHEMA;
            case "data-not-restored" -> DATA;
            case "up-not-repeatable" -> UP_AGAIN;
            case "lock-too-long", "lock-queue" -> LOCKS;
            case "stall-too-long" -> STALLS;
            case "not-measured" -> MEASURED;
            default -> RULES;
        };
    }
}
