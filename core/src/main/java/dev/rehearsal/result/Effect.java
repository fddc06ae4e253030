package dev.rehearsal.result;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement did to one object of the catalogue.
 *
 * @param kind what happened
 * @param relation the table, type or function, as {@code schema.name} for a reader
 * @param name its column, index, constraint, label or trigger; null if it happened to the relation itself
 * @param columns the columns of an index or a constraint, in order; expressions as they are written
 * @param before the former name or type; null where there is none
 * @param after the new name, type or definition; null where there is none
 * @param other the referenced table, or the index that does the same; null where there is none
 * @param traits what else is known of it
 * @param terms the types and the expression that SQL about it needs
 */
public record Effect(
        Kind kind,
        String relation,
        @Nullable String name,
        List<String> columns,
        @Nullable String before,
        @Nullable String after,
        @Nullable String other,
        Set<Trait> traits,
        Terms terms) {
    public Effect {
        columns = List.copyOf(columns);
        traits = Set.copyOf(traits);
    }

    /**
     * {@return an effect of which only the place is known}
     *
     * @param kind what happened
     * @param relation to what
     * @param name to which part of it; null if to all
     */
    public static Effect of(Kind kind, String relation, @Nullable String name) {
        return new Effect(kind, relation, name, List.of(), null, null, null, Set.of(), Terms.NONE);
    }

    /**
     * {@return this effect with a before and an after}
     *
     * @param former what was
     * @param present what is
     */
    public Effect changing(@Nullable String former, @Nullable String present) {
        return new Effect(kind, relation, name, columns, former, present, other, traits, terms);
    }

    /**
     * {@return this effect on some columns}
     *
     * @param names which
     */
    public Effect on(List<String> names) {
        return new Effect(kind, relation, name, names, before, after, other, traits, terms);
    }

    /**
     * {@return this effect in view of another object}
     *
     * @param object its name
     */
    public Effect towards(@Nullable String object) {
        return new Effect(kind, relation, name, columns, before, after, object, traits, terms);
    }

    /**
     * {@return this effect with a trait more, if it applies}
     *
     * @param trait which
     * @param applies whether it does
     */
    public Effect with(Trait trait, boolean applies) {
        Set<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return applies ? new Effect(kind, relation, name, columns, before, after, other, more, terms) : this;
    }

    /**
     * {@return this effect with what SQL about it needs}
     *
     * @param types of the column, or of the columns that a foreign key references
     * @param expression the column's default, or what it is generated from; null if it has none
     */
    public Effect in(List<String> types, @Nullable String expression) {
        return new Effect(kind, relation, name, columns, before, after, other, traits, new Terms(types, expression));
    }

    /**
     * {@return whether it has a trait}
     *
     * @param trait which
     */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** {@return the object, for a reader: {@code public.users.email}} */
    public String object() {
        return name == null ? relation : relation + "." + name;
    }

    /**
     * What SQL about a column or a foreign key needs.
     *
     * @param types of the column, or of the columns that a foreign key references, in their order
     * @param expression the default of the column, or what it is generated from; of a default that went, the former one
     */
    public record Terms(List<String> types, @Nullable String expression) {
        /** Nothing is known. */
        public static final Terms NONE = new Terms(List.of(), null);

        public Terms {
            types = List.copyOf(types);
        }
    }

    /** What can happen. */
    public enum Kind {
        TABLE_CREATED,
        TABLE_DROPPED,
        TABLE_RENAMED,
        /** Its file was written anew. */
        TABLE_REWRITTEN,
        /** It was truncated. */
        TABLE_EMPTIED,
        VIEW_CREATED,
        VIEW_DROPPED,
        VIEW_RENAMED,
        COLUMN_ADDED,
        COLUMN_DROPPED,
        COLUMN_RENAMED,
        COLUMN_TYPE_CHANGED,
        COLUMN_REQUIRED,
        COLUMN_NO_LONGER_REQUIRED,
        DEFAULT_SET,
        DEFAULT_DROPPED,
        INDEX_CREATED,
        INDEX_DROPPED,
        INDEX_RENAMED,
        /** Queries may use it from now on. */
        INDEX_VALIDATED,
        /** Under the same name, with a new file. */
        INDEX_REBUILT,
        CONSTRAINT_ADDED,
        CONSTRAINT_VALIDATED,
        CONSTRAINT_DROPPED,
        /** An enum type, with its labels as columns. */
        ENUM_CREATED,
        /** An enum type, with the labels that it had as columns. */
        ENUM_DROPPED,
        ENUM_RENAMED,
        ENUM_LABEL_ADDED,
        ENUM_LABEL_RENAMED,
        FUNCTION_CREATED,
        FUNCTION_CHANGED,
        FUNCTION_DROPPED,
        TRIGGER_CREATED,
        TRIGGER_DROPPED
    }

    /** What can be said of an effect besides. */
    public enum Trait {
        /** A column that takes no NULL. */
        REQUIRED,
        /** A column with a default, an identity or a generation expression: it may be left out of an INSERT. */
        DEFAULTED,
        IDENTITY,
        GENERATED,
        /** A column of a table on which a trigger runs before each INSERT, and may fill it. */
        TRIGGERED,
        /** A function that only triggers call. */
        TRIGGER_FUNCTION,
        /** A column of which a validated CHECK says that it holds no NULL. */
        PROVEN,
        UNIQUE,
        PRIMARY,
        /** An index that belongs to a constraint. */
        OF_CONSTRAINT,
        CONCURRENT,
        /** An index that queries do not use. */
        INVALID,
        CHECK,
        FOREIGN_KEY,
        EXCLUSION,
        NOT_NULL,
        /** A constraint that was not checked against the rows that were there. */
        NOT_VALID,
        /** A foreign key without an index that begins with its columns. */
        UNINDEXED,
        /** A foreign key whose columns are of another type than those it references. */
        OF_OTHER_TYPE,
        /** A primary key of one integer or smallint that a sequence counts up. */
        COUNTED_NARROWLY,
        /** A table, no partition of one, without a primary key. */
        KEYLESS
    }
}
