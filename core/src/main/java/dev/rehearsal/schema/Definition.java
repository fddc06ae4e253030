package dev.rehearsal.schema;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of an object: its text, and what the object's engine has read in it, so that nobody else has to.
 *
 * @param text as it is told to a reader
 * @param meaning the same for definitions that mean the same
 * @param belongsTo the object comes and goes with each of these that is there
 * @param describes the object whose property it is, such as a comment on it; null for one that is none
 * @param traits what else is known
 */
public record Definition(
        String text,
        String meaning,
        List<SchemaObject> belongsTo,
        @Nullable SchemaObject describes,
        Set<Trait> traits) {
    /** What may be known of an object. */
    public enum Trait {
        /** A column that holds no NULL, and never did. */
        REQUIRED,
        /** An index that is not used, or a constraint that not all rows meet. */
        UNUSABLE,
        /** Its name means nothing: one of the same meaning on the same object is the same. */
        NAMED_FREELY,
        /** It belongs to the server, or to those who run it, and differs between any two. */
        OF_THE_SERVER
    }

    public Definition {
        belongsTo = List.copyOf(belongsTo);
        traits = Set.copyOf(traits);
    }

    /**
     * {@return whether this is known of it}
     *
     * @param trait which
     */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
