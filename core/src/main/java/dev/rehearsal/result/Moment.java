package dev.rehearsal.result;

/** When a statement of the application was tried. */
public enum Moment {
    /** On the stage, before anything. */
    BEFORE_UP("before the up"),
    /** Again and again while the up ran. */
    DURING_UP("during the up"),
    /** Once the up was over. */
    AFTER_UP("after the up"),
    /** Again and again while the down ran. */
    DURING_DOWN("during the down"),
    /** Once the down was over. */
    AFTER_DOWN("after the down");

    private final String words;

    Moment(String words) {
        this.words = words;
    }

    /** {@return the moment for a reader: {@code during the up}} */
    public String words() {
        return words;
    }

    /** {@return whether the undo script, not the migration's own, is at fault for what happens} */
    public boolean ofTheDown() {
        return this == DURING_DOWN || this == AFTER_DOWN;
    }

    /** {@return whether it was tried at rest, so that its times compare} */
    public boolean atRest() {
        return this == BEFORE_UP || this == AFTER_UP || this == AFTER_DOWN;
    }
}
