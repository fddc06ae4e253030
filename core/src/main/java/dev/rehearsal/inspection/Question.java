package dev.rehearsal.inspection;

/**
 * What a migrated database is asked. Those that hold it against the rehearsal stand here; all others are its engine's.
 *
 * @param id the name in files: {@code invalid-index}
 * @param title what is the case if nothing was found
 * @param remedy what to do about what was found
 * @param excused whether what was found is only a note if the rehearsal has left the object of no use, too
 */
public record Question(String id, String title, String remedy, boolean excused) {
    /** Whether what was rehearsed is applied. */
    public static final Question VERSIONS = of(
            "versions",
            "the rehearsed versions are applied",
            "Look at the history table, and let the runner finish or repair it.");

    /** Whether the schema is the one that the rehearsal ended with. */
    public static final Question SCHEMA = of(
            "schema",
            "the schema is the rehearsed one",
            "Find out who changed what, and bring the difference into a migration or out of the database.");

    /** Whether values are missing where the rehearsal requires them, and the database does not. */
    public static final Question NULLS = of(
            "nulls", "required columns hold no NULL", "Fill the column, then let it be required as it was rehearsed.");

    /**
     * {@return a question whose findings nothing excuses}
     *
     * @param id the name in files
     * @param title what is the case if nothing was found
     * @param remedy what to do about what was found
     */
    public static Question of(String id, String title, String remedy) {
        return new Question(id, title, remedy, false);
    }

    @Override
    public String toString() {
        return id;
    }
}
