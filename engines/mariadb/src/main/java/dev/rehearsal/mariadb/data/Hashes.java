package dev.rehearsal.mariadb.data;

import java.util.List;

/**
 * SQL for hashes. A CRC is linear over XOR, so that two rows that swap values of one length are not seen in an XOR of
 * CRCs; the product of two different CRCs is not linear. Needs the server's CRC32 with two arguments and CRC32C, which
 * MariaDB has since 10.8.
 */
final class Hashes {
    /** Positive in a signed number of 64 bits. */
    private static final String POSITIVE = " & 9223372036854775807";

    private static final String[] FUNCTIONS = {"CRC32", "CRC32C"};

    private Hashes() {}

    /** {@return an unsigned number of 64 bits for a value at a place that two numbers stand for; NULL for NULL} */
    static String of(String value, String first, String second) {
        return "CRC32(" + first + ", " + value + ") * CRC32C(" + second + ", " + value + ")";
    }

    /** {@return the first of the two numbers that stand for these values in this order} */
    static String first(List<Column> columns, String start) {
        return chain(FUNCTIONS[0], columns, start);
    }

    /** {@return the second of them} */
    static String second(List<Column> columns, String start) {
        return chain(FUNCTIONS[1], columns, start);
    }

    /** {@return a positive number of 63 bits for the two} */
    static String joined(String first, String second) {
        return "((" + first + ") << 32 | (" + second + "))" + POSITIVE;
    }

    /** {@return an unsigned number of 64 bits for a whole row} */
    static String row(List<Column> columns, String firstStart, String secondStart) {
        return first(columns, firstStart) + " * " + second(columns, secondStart);
    }

    /** {@return a positive number of 63 bits for a value, in which NULL is a value too} */
    static String value(Column column, String first, String second) {
        return "COALESCE((" + of(column.value(), first, second) + ")" + POSITIVE + ", -1)";
    }

    /** The length goes before the value, so that neighbours cannot exchange characters; NULL has none. */
    private static String chain(String function, List<Column> columns, String start) {
        String hash = start;
        for (Column column : columns) {
            String value = column.value();
            hash = function + "(" + function + "(" + hash + ", CONCAT(" + column.salt() + ", ':', COALESCE(LENGTH("
                    + value + "), 'NULL'), ':')), COALESCE(" + value + ", ''))";
        }
        return hash;
    }
}
