package dev.rehearsal.result;

/** A part of a migration's rehearsal. */
public enum Phase {
    UP("up"),
    DOWN("down"),
    UP_AGAIN("up-again"),
    DOWN_AFTER_USE("down-after-use"),
    UP_FINAL("up-final");

    private final String id;

    Phase(String id) {
        this.id = id;
    }

    /** {@return the name in reports} */
    public String id() {
        return id;
    }
}
