package dev.rehearsal.seeding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value is made from the number of its row: a tree, which each engine writes in its own SQL. All that a column is
 * filled with, and all that is drawn for it, is one.
 */
public sealed interface Formula
        permits Terms.Constant,
                Terms.Text,
                Terms.Nothing,
                Terms.Known,
                Terms.Drawn,
                Terms.Held,
                Terms.Same,
                Terms.KeyPart,
                Terms.Infix,
                Terms.Call,
                Terms.Pick,
                Terms.Choice,
                Terms.Chosen,
                Terms.Bucket,
                Terms.Smaller,
                Terms.Typed,
                Terms.Own {
    /**
     * {@return what becomes of the formula}
     *
     * @param cases one for each kind of formula
     * @param <R> what becomes of it
     */
    <R> R of(Cases<R> cases);

    /**
     * One answer for each kind of formula, so that none is forgotten.
     *
     * @param <R> what becomes of a formula
     */
    interface Cases<R> {
        /** {@return a constant's} */
        R constant(Terms.Constant constant);

        /** {@return a text's} */
        R text(Terms.Text text);

        /** {@return that of NULL} */
        R nothing(Terms.Nothing nothing);

        /** {@return that of a number that is known of the row} */
        R known(Terms.Known known);

        /** {@return that of what was drawn for a unit} */
        R drawn(Terms.Drawn drawn);

        /** {@return that of what stands in a column already} */
        R held(Terms.Held held);

        /** {@return that of another column's value} */
        R same(Terms.Same same);

        /** {@return that of a part of a key that is pointed at} */
        R key(Terms.KeyPart part);

        /** {@return that of two formulas and what stands between them} */
        R infix(Terms.Infix infix);

        /** {@return a function's} */
        R call(Terms.Call call);

        /** {@return that of one of some words} */
        R pick(Terms.Pick pick);

        /** {@return that of a choice by conditions} */
        R choice(Terms.Choice choice);

        /** {@return that of a choice by number} */
        R chosen(Terms.Chosen chosen);

        /** {@return that of a number's place among bounds} */
        R bucket(Terms.Bucket bucket);

        /** {@return that of whether a row of values comes before another} */
        R smaller(Terms.Smaller smaller);

        /** {@return that of a value of a type} */
        R typed(Terms.Typed typed);

        /** {@return that of an engine's own words} */
        R own(Terms.Own own);
    }

    /** What stands between two formulas. */
    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        /** Of whole numbers, and whole. */
        DIVIDED,
        /** Of numbers with a fraction. */
        OVER,
        MODULO,
        BITS_OF,
        SHIFTED,
        BELOW,
        AT_LEAST,
        EQUALS,
        OR
    }

    /** Functions that every engine has in some way. */
    enum Function {
        /** Of a number and a salt: 63 random bits. */
        HASH,
        POWER,
        /** The greatest whole number that is not above. */
        FLOOR,
        LEAST,
        WHOLE,
        FRACTION,
        EXACT,
        IS_NULL,
        /** A number as a text. */
        DIGITS,
        JOIN,
        /** The first characters of a text, and how many. */
        LEFT,
        /** A text filled up from the left to a number of characters with another. */
        LEFT_PADDED,
        /** A text filled up to at least that many characters with another. */
        LENGTHENED,
        /** The character of a text, counted from 0. */
        LETTER,
        REPEATED,
        /** 32 hexadecimal digits of a text. */
        DIGEST,
        /** A text, a number that the filling depends on, and how many characters it has in the end. */
        FILLED
    }

    /** {@return a whole number} */
    static Formula number(long value) {
        return new Terms.Constant(Long.toString(value));
    }

    /** {@return a text} */
    static Formula text(String text) {
        return new Terms.Text(text);
    }

    /** {@return the formulas as one text} */
    static Formula join(Formula... parts) {
        return new Terms.Call(Function.JOIN, List.of(parts));
    }

    /** {@return a function of some formulas} */
    static Formula call(Function function, Formula... of) {
        return new Terms.Call(function, List.of(of));
    }

    /** {@return the first value if the condition holds, else the other} */
    static Formula either(Formula condition, Formula value, @Nullable Formula otherwise) {
        return new Terms.Choice(List.of(new Terms.When(condition, value)), otherwise);
    }

    /**
     * {@return an engine's own words}
     *
     * @param parts texts and formulas, in their order
     */
    static Formula own(Object... parts) {
        List<String> texts = new ArrayList<>(List.of(""));
        List<Formula> formulas = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Formula formula) {
                formulas.add(formula);
                texts.add("");
            } else {
                texts.set(texts.size() - 1, texts.get(texts.size() - 1) + part);
            }
        }
        return new Terms.Own(texts, formulas);
    }

    /** {@return both, with this between them} */
    default Formula infix(Operator operator, Formula other) {
        return new Terms.Infix(operator, this, other);
    }

    /** {@return the sum} */
    default Formula plus(Formula other) {
        return infix(Operator.PLUS, other);
    }

    /** {@return the sum} */
    default Formula plus(long other) {
        return plus(number(other));
    }

    /** {@return the difference} */
    default Formula minus(Formula other) {
        return infix(Operator.MINUS, other);
    }

    /** {@return the difference} */
    default Formula minus(long other) {
        return minus(number(other));
    }

    /** {@return the product} */
    default Formula times(long other) {
        return infix(Operator.TIMES, number(other));
    }

    /** {@return the whole part of the quotient} */
    default Formula dividedBy(long other) {
        return infix(Operator.DIVIDED, number(other));
    }

    /** {@return the rest of the division} */
    default Formula modulo(long other) {
        return infix(Operator.MODULO, number(other));
    }

    /** {@return whether this is below} */
    default Formula below(Formula other) {
        return infix(Operator.BELOW, other);
    }

    /** {@return whether this is not below} */
    default Formula atLeast(Formula other) {
        return infix(Operator.AT_LEAST, other);
    }

    /** {@return the digits of the number as a text} */
    default Formula digits() {
        return call(Function.DIGITS, this);
    }

    /** {@return this as a value of the type; this alone if the type has no name} */
    default Formula typed(String type) {
        return type.isEmpty() ? this : new Terms.Typed(this, type);
    }
}
