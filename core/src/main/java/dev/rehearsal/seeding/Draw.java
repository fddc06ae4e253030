package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Formula.Function;
import dev.rehearsal.seeding.Formula.Operator;
import dev.rehearsal.seeding.Terms.Constant;

/** Random numbers: hashes of the row number, so that the same seed gives the same rows in whatever order they are made. */
public final class Draw {
    private static final Formula UNIT = new Constant("9007199254740992");

    private Draw() {}

    /** {@return a number of the seed and the names, that differs wherever one of them does} */
    public static long salt(long seed, String... names) {
        long salt = mix(seed + 0x9E3779B97F4A7C15L);
        for (String name : names) {
            for (int i = 0; i < name.length(); i++) {
                salt = mix(salt ^ name.charAt(i));
            }
            salt = mix(salt + 0x632BE59BD9B4E019L);
        }
        return salt;
    }

    /** {@return a number from 0 below the size, all equally likely} */
    static Formula uniform(long salt, double size) {
        return hash(salt).modulo(Math.max(1, (long) size));
    }

    /** {@return a number from 0 below the size, small ones likelier: Zipf's law with this exponent} */
    static Formula skewed(long salt, Formula size, double exponent) {
        Formula bits = hash(salt).infix(Operator.BITS_OF, Formula.number(9007199254740991L));
        return ranked(Formula.call(Function.FRACTION, bits).infix(Operator.OVER, UNIT), size, exponent);
    }

    /** {@return the number that Zipf's law gives to a fraction from 0 to 1 of the rows, the first of them to number 0} */
    static Formula ranked(Formula uniform, Formula size, double exponent) {
        Formula more = Formula.call(Function.FRACTION, size).plus(1);
        Formula rank;
        if (exponent <= 0) {
            rank = uniform.infix(Operator.TIMES, size);
        } else if (Math.abs(exponent - 1) < 1e-9) {
            rank = Formula.call(Function.POWER, more, uniform).minus(1);
        } else {
            double power = 1 - exponent;
            Formula all = Formula.call(Function.POWER, more, fraction(power)).minus(1);
            rank = Formula.call(
                            Function.POWER, uniform.infix(Operator.TIMES, all).plus(1), fraction(1 / power))
                    .minus(1);
        }
        return Formula.call(
                Function.LEAST, Formula.call(Function.WHOLE, size).minus(1), Formula.call(Function.FLOOR, rank));
    }

    private static Formula fraction(double value) {
        return new Constant(Double.toString(value));
    }

    /** {@return a condition that holds for this share of the rows} */
    static Formula chance(long salt, double share) {
        return hash(salt).modulo(10000).below(Formula.number(Math.round(share * 10000)));
    }

    /** {@return a number of 63 random bits} */
    static Formula hash(long salt) {
        return Formula.call(Function.HASH, Formulas.ROW, Formula.number(salt));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
