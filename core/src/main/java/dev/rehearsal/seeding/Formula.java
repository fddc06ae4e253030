package dev.rehearsal.seeding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a value is made from the number of its row: a tree, which each engine writes in its own SQL. All that a column is
 * filled with, and all that is drawn for it, is one.
 */
public sealed interface Formula {
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
        R constant(Constant constant);

        /** {@return a text's} */
        R text(Text text);

        /** {@return that of NULL} */
        R nothing(Nothing nothing);

        /** {@return that of a number that is known of the row} */
        R known(Known known);

        /** {@return that of what was drawn for a unit} */
        R drawn(Drawn drawn);

        /** {@return that of what stands in a column already} */
        R held(Held held);

        /** {@return that of another column's value} */
        R same(Same same);

        /** {@return that of a part of a key that is pointed at} */
        R key(KeyPart part);

        /** {@return that of two formulas and what stands between them} */
        R infix(Infix infix);

        /** {@return a function's} */
        R call(Call call);

        /** {@return that of one of some words} */
        R pick(Pick pick);

        /** {@return that of a choice by conditions} */
        R choice(Choice choice);

        /** {@return that of a choice by number} */
        R chosen(Chosen chosen);

        /** {@return that of a number's place among bounds} */
        R bucket(Bucket bucket);

        /** {@return that of whether a row of values comes before another} */
        R smaller(Smaller smaller);

        /** {@return that of a value of a type} */
        R typed(Typed typed);

        /** {@return that of an engine's own words} */
        R own(Own own);
    }

    /** Numbers that are known of a row. */
    enum RowNumber {
        OF_DRAW,
        OF_ROW,
        OF_FIRST
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

    /** A number as it is written. */
    record Constant(String written) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.constant(this);
        }
    }

    /** A text. */
    record Text(String text) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /** NULL. */
    record Nothing() implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.nothing(this);
        }
    }

    /** A number that is known of the row. */
    record Known(RowNumber number) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.known(this);
        }
    }

    /** What was drawn for the unit of this number, counted from 1. */
    record Drawn(int unit) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.drawn(this);
        }
    }

    /** What stands in a column of a row that is there already. */
    record Held(String column) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.held(this);
        }
    }

    /** The value of another column of the same row; none is left in a plan. */
    record Same(String column) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.same(this);
        }
    }

    /** A part, counted from 1, of the key that the unit of this number points at. */
    record KeyPart(int unit, int part) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.key(this);
        }
    }

    /** Two formulas and what stands between them. */
    record Infix(Operator operator, Formula left, Formula right) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.infix(this);
        }
    }

    /** A function of some formulas. */
    record Call(Function function, List<Formula> of) implements Formula {
        public Call {
            of = List.copyOf(of);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.call(this);
        }
    }

    /** The word of a number, counted from 0. */
    record Pick(List<String> words, Formula index) implements Formula {
        public Pick {
            words = List.copyOf(words);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.pick(this);
        }
    }

    /** The value of the first condition that holds. */
    record Choice(List<When> whens, @Nullable Formula otherwise) implements Formula {
        public Choice {
            whens = List.copyOf(whens);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.choice(this);
        }
    }

    /** A condition, and the value if it holds. */
    record When(Formula condition, Formula value) {}

    /** The value of a number: they are counted from a first one by steps of 1 or -1. */
    record Chosen(Formula index, List<Formula> values, int first, int step) implements Formula {
        public Chosen {
            values = List.copyOf(values);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.chosen(this);
        }
    }

    /** How many of the bounds a number is not below; they are in order. */
    record Bucket(Formula number, List<Long> bounds) implements Formula {
        public Bucket {
            bounds = List.copyOf(bounds);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.bucket(this);
        }
    }

    /** Whether a row of values comes before another. */
    record Smaller(List<Formula> left, List<Formula> right) implements Formula {
        public Smaller {
            left = List.copyOf(left);
            right = List.copyOf(right);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.smaller(this);
        }
    }

    /** A value as one of a type, by the engine's name of it. */
    record Typed(Formula value, String type) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.typed(this);
        }
    }

    /** An engine's own words around formulas: there is one text more than there are parts. */
    record Own(List<String> texts, List<Formula> parts) implements Formula {
        public Own {
            texts = List.copyOf(texts);
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.own(this);
        }
    }

    /** {@return a whole number} */
    static Formula number(long value) {
        return new Constant(Long.toString(value));
    }

    /** {@return a text} */
    static Formula text(String text) {
        return new Text(text);
    }

    /** {@return the formulas as one text} */
    static Formula join(Formula... parts) {
        return new Call(Function.JOIN, List.of(parts));
    }

    /** {@return a function of some formulas} */
    static Formula call(Function function, Formula... of) {
        return new Call(function, List.of(of));
    }

    /** {@return the first value if the condition holds, else the other} */
    static Formula either(Formula condition, Formula value, @Nullable Formula otherwise) {
        return new Choice(List.of(new When(condition, value)), otherwise);
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
        return new Own(texts, formulas);
    }

    /** {@return both, with this between them} */
    default Formula infix(Operator operator, Formula other) {
        return new Infix(operator, this, other);
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
        return type.isEmpty() ? this : new Typed(this, type);
    }
}
