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

    /** {@return whether it is looked into statement by statement, at the price of its times} */
    public boolean lookedInto() {
        return this == UP_AGAIN || this == UP_FINAL;
    }

    /** {@return whether it is of the way up, down and up again, on which canaries run} */
    public boolean ofRoundtrip() {
        return this == UP || this == DOWN || this == UP_AGAIN;
    }
}
