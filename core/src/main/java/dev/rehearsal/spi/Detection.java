package dev.rehearsal.spi;

/**
 * What a runner has found of its own in a project.
 *
 * @param certainty whether it is that runner's
 * @param what what was found and where; of what is not there, where it was looked for
 */
public record Detection(Certainty certainty, String what) {
    /** How surely the project is that runner's. */
    public enum Certainty {
        /** The rehearsal's settings speak to this runner alone: it is asked for. */
        ASKED,
        /** There is something that only this runner reads. */
        OWN,
        /** It is where this runner would look, but nothing says that it is meant for it. */
        PERHAPS,
        /** There is nothing for it. */
        NONE
    }

    /**
     * {@return that the rehearsal's settings ask for the runner}
     *
     * @param what which setting
     */
    public static Detection asked(String what) {
        return new Detection(Certainty.ASKED, what);
    }

    /**
     * {@return that something is the runner's own}
     *
     * @param what what was found and where: {@code V1__init.sql in src/main/resources/db/migration}
     */
    public static Detection own(String what) {
        return new Detection(Certainty.OWN, what);
    }

    /**
     * {@return that there is a place for it, which holds nothing of its own}
     *
     * @param what what was found and where
     */
    public static Detection perhaps(String what) {
        return new Detection(Certainty.PERHAPS, what);
    }

    /**
     * {@return that there is nothing}
     *
     * @param what what was looked for and where
     */
    public static Detection none(String what) {
        return new Detection(Certainty.NONE, what);
    }
}
