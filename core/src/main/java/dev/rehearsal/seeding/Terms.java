package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Formula.Function;
import dev.rehearsal.seeding.Formula.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of formulas. */
public final class Terms {
    private Terms() {}

    /** A number as it is written. */
    public record Constant(String written) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.constant(this);
        }
    }

    /** A text. */
    public record Text(String text) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /** NULL. */
    public record Nothing() implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.nothing(this);
        }
    }

    /** A number that is known of the row. */
    public record Known(RowNumber number) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.known(this);
        }
    }

    /** What was drawn for the unit of this number, counted from 1. */
    public record Drawn(int unit) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.drawn(this);
        }
    }

    /** What stands in a column of a row that is there already. */
    public record Held(String column) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.held(this);
        }
    }

    /** The value of another column of the same row; none is left in a plan. */
    public record Same(String column) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.same(this);
        }
    }

    /** A part, counted from 1, of the key that the unit of this number points at. */
    public record KeyPart(int unit, int part) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.key(this);
        }
    }

    /** Two formulas and what stands between them. */
    public record Infix(Operator operator, Formula left, Formula right) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.infix(this);
        }
    }

    /** A function of some formulas. */
    public record Call(Function function, List<Formula> of) implements Formula {
        public Call {
            of = List.copyOf(of);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.call(this);
        }
    }

    /** The word of a number, counted from 0. */
    public record Pick(List<String> words, Formula index) implements Formula {
        public Pick {
            words = List.copyOf(words);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.pick(this);
        }
    }

    /** The value of the first condition that holds. */
    public record Choice(List<When> whens, @Nullable Formula otherwise) implements Formula {
        public Choice {
            whens = List.copyOf(whens);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.choice(this);
        }
    }

    /** A condition, and the value if it holds. */
    public record When(Formula condition, Formula value) {}

    /** The value of a number: they are counted from a first one by steps of 1 or -1. */
    public record Chosen(Formula index, List<Formula> values, int first, int step) implements Formula {
        public Chosen {
            values = List.copyOf(values);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.chosen(this);
        }
    }

    /** How many of the bounds a number is not below; they are in order. */
    public record Bucket(Formula number, List<Long> bounds) implements Formula {
        public Bucket {
            bounds = List.copyOf(bounds);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.bucket(this);
        }
    }

    /** Whether a row of values comes before another. */
    public record Smaller(List<Formula> left, List<Formula> right) implements Formula {
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
    public record Typed(Formula value, String type) implements Formula {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.typed(this);
        }
    }

    /** An engine's own words around formulas: there is one text more than there are parts. */
    public record Own(List<String> texts, List<Formula> parts) implements Formula {
        public Own {
            texts = List.copyOf(texts);
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.own(this);
        }
    }

    /** Numbers that are known of a row. */
    public enum RowNumber {
        OF_DRAW,
        OF_ROW,
        OF_FIRST
    }
}
