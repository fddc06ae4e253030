package dev.rehearsal.postgres.seed;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The values that a column can take, numbered from 0: a random value is a random number, a unique column counts.
 *
 * @param size how many there are; never below 1
 * @param formula makes the SQL of a value from the SQL of its number; different numbers give different values
 */
record ValueSpace(double size, UnaryOperator<String> formula) {
    /** As many as a draw can tell apart. */
    static final double ENDLESS = 1e15;

    ValueSpace {
        size = Math.min(Math.max(1, Math.floor(size)), ENDLESS);
    }

    /** {@return the SQL of the value of a number below the size} */
    String at(String index) {
        return formula.apply(index);
    }

    /** {@return the SQL of a value for a number of any size, counted around} */
    String around(String index) {
        return size >= ENDLESS ? at("(" + index + ")") : at("((" + index + ") % " + (long) size + ")");
    }

    /** {@return the same space with each value wrapped} */
    ValueSpace map(UnaryOperator<String> wrap) {
        return new ValueSpace(size, index -> wrap.apply(formula.apply(index)));
    }

    /** {@return so many of the values, from the whole space} */
    ValueSpace thinned(double most) {
        long step = (long) Math.max(1, Math.floor((size - 1) / Math.max(1, most - 1)));
        return step == 1
                ? new ValueSpace(Math.min(size, most), formula)
                : new ValueSpace(most, index -> formula.apply("(" + index + " * " + step + ")"));
    }

    /** {@return these SQL constants} */
    static ValueSpace of(List<String> constants) {
        if (constants.size() == 1) {
            return new ValueSpace(1, index -> constants.get(0));
        }
        return new ValueSpace(constants.size(), index -> "CASE " + index + cases(constants) + " END");
    }

    /** {@return these texts, found quickly} */
    static ValueSpace words(List<String> words) {
        String array = words.stream().map(SeedSql::literal).collect(Collectors.joining(",", "(ARRAY[", "])"));
        return new ValueSpace(words.size(), index -> array + "[1 + " + index + "]");
    }

    private static String cases(List<String> constants) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < constants.size(); i++) {
            text.append(" WHEN ").append(i).append(" THEN ").append(constants.get(i));
        }
        return text.toString();
    }
}
