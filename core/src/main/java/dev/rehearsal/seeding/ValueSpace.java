package dev.rehearsal.seeding;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The values that a column can take, numbered from 0: a random value is a random number, a unique column counts.
 *
 * @param size how many there are; never below 1
 * @param formula makes a value from its number; different numbers give different values
 */
public record ValueSpace(double size, UnaryOperator<Formula> formula) {
    /** As many as a draw can tell apart. */
    public static final double ENDLESS = 1e15;

    public ValueSpace {
        size = Math.min(Math.max(1, Math.floor(size)), ENDLESS);
    }

    /** {@return the value of a number below the size} */
    public Formula at(Formula index) {
        return formula.apply(index);
    }

    /** {@return the value for a number of any size, counted around} */
    public Formula around(Formula index) {
        return size >= ENDLESS ? at(index) : at(index.modulo((long) size));
    }

    /** {@return the same space with each value wrapped} */
    public ValueSpace map(UnaryOperator<Formula> wrap) {
        return new ValueSpace(size, index -> wrap.apply(formula.apply(index)));
    }

    /** {@return so many of the values, from the whole space} */
    ValueSpace thinned(double most) {
        long step = (long) Math.max(1, Math.floor((size - 1) / Math.max(1, most - 1)));
        return step == 1
                ? new ValueSpace(Math.min(size, most), formula)
                : new ValueSpace(most, index -> formula.apply(index.times(step)));
    }

    /** {@return these values} */
    public static ValueSpace of(List<Formula> values) {
        return values.size() == 1
                ? new ValueSpace(1, index -> values.get(0))
                : new ValueSpace(values.size(), index -> new Terms.Chosen(index, values, 0, 1));
    }

    /** {@return these texts, found quickly} */
    public static ValueSpace words(List<String> words) {
        return new ValueSpace(words.size(), index -> new Terms.Pick(words, index));
    }
}
