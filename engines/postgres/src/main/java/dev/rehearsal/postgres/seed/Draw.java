package dev.rehearsal.postgres.seed;

/**
 * Random numbers as SQL: hashes of the row number, so that the same seed gives the same rows in whatever order they are
 * made. The text holds {@value #ROW} where the row number, or a second attempt's number, is put in.
 */
final class Draw {
    /** Stands for the number that is hashed. */
    static final String ROW = "{row}";

    /** Stands for the number of the first row. */
    static final String FIRST = "{first}";

    private static final long POSITIVE = Long.MAX_VALUE;
    private static final String UNIT = "9007199254740992";

    private Draw() {}

    /** {@return a number of the seed and the names, that differs wherever one of them does} */
    static long salt(long seed, String... names) {
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
    static String uniform(long salt, double size) {
        return "(" + hash(salt) + " % " + Math.max(1, (long) size) + ")";
    }

    /** {@return a number from 0 below the size, small ones likelier: Zipf's law with this exponent} */
    static String skewed(long salt, String size, double exponent) {
        return ranked("((" + hash(salt) + " & 9007199254740991)::float8 / " + UNIT + ")", size, exponent);
    }

    /** {@return the number that Zipf's law gives to a fraction from 0 to 1 of the rows, the first of them to number 0} */
    static String ranked(String uniform, String size, double exponent) {
        String rank;
        if (exponent <= 0) {
            rank = uniform + " * (" + size + ")";
        } else if (Math.abs(exponent - 1) < 1e-9) {
            rank = "power((" + size + ")::float8 + 1, " + uniform + ") - 1";
        } else {
            double power = 1 - exponent;
            rank = "power(" + uniform + " * (power((" + size + ")::float8 + 1, " + power + ") - 1) + 1, " + 1 / power
                    + ") - 1";
        }
        return "least((" + size + ")::bigint - 1, floor(" + rank + ")::bigint)";
    }

    /** {@return a condition that holds for this share of the rows} */
    static String chance(long salt, double share) {
        return "(" + hash(salt) + " % 10000 < " + Math.round(share * 10000) + ")";
    }

    /** {@return a number of 63 random bits} */
    static String hash(long salt) {
        return "(hashint8extended(" + ROW + ", " + salt + ") & " + POSITIVE + ")";
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
