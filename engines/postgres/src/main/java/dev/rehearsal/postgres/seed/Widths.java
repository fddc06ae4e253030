package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.ColumnValues;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.Restriction;
import dev.rehearsal.seeding.TextValues;
import dev.rehearsal.seeding.TextWords;
import dev.rehearsal.seeding.ValueSpace;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Values that weigh as many bytes on average as was asked for, counted as the server does: with their own header. */
final class Widths {
    private static final int SHORT = 127;
    private static final int JSONB_OVERHEAD = 38;
    private static final int NUMERIC_HEADER = 3;

    private Widths() {}

    /** {@return values of a width, at least so many different ones; empty if the type's width is its own} */
    static Optional<ColumnValues> of(
            DataType type, String column, Restriction limits, ColumnValues natural, Wish wish) {
        DataType base = type.base();
        Optional<ValueSpace> space = switch (base.name()) {
            case "text", "varchar", "citext" ->
                Optional.of(TextValues.weighing(Texts.kind(base), column, limits, wish.content(), wish.distinct()));
            case "bytea" -> Optional.of(bytes(wish));
            case "json" -> Optional.of(document(wish, wish.content() - 20 - wish.digits()));
            case "jsonb" -> Optional.of(document(wish, wish.width() - JSONB_OVERHEAD));
            case "numeric" -> limits.checked() ? Optional.empty() : number(base, wish);
            default -> Optional.empty();
        };
        String cast = base.name().equals("numeric") ? "numeric" : base.sql();
        return space.map(values -> values.map(value -> value.typed(cast)))
                .map(values -> new ColumnValues(values, values, java.util.List.of(), natural.skew()));
    }

    /**
     * What is asked for.
     *
     * @param width bytes on average
     * @param distinct how many different values
     */
    record Wish(long width, long distinct) {
        /** {@return how many bytes are left for the content: a short value has a header of one byte} */
        int content() {
            return (int) Math.max(1, width <= SHORT ? width - 1 : width - 4);
        }

        int digits() {
            return Long.toString(Math.max(1, distinct - 1)).length();
        }

        double room() {
            return Math.pow(10, digits());
        }
    }

    private static ValueSpace bytes(Wish wish) {
        int length = Math.max(wish.content(), (wish.digits() + 1) / 2);
        return new ValueSpace(
                wish.room(),
                index -> Formula.own("substr(decode(", chained(index, 2 * length), ", 'hex'), 1, " + length + ")"));
    }

    private static ValueSpace document(Wish wish, long length) {
        String first = Long.toString((long) wish.room());
        return new ValueSpace(
                wish.room(),
                index -> length < 1
                        ? Formula.own("'{\"id\": ' || " + first + " + ", index, " || '}'")
                        : Formula.own(
                                "'{\"id\": ' || " + first + " + ",
                                index,
                                " || ', \"text\": \"' || ",
                                TextValues.filled(Formula.text(""), index, length),
                                " || '\"}'"));
    }

    /** {@return the SQL of a text of so many characters that begins with this one} */
    static String filled(String begin, String index, long length) {
        String filler = length < 1000
                ? SeedSql.literal(" " + String.join(" ", TextWords.TEXT) + " ")
                : "(' ' || " + chained(index, (int) Math.min(length, 1_000_000)) + ")";
        return "rpad(" + begin + ", " + length + ", " + filler + ")";
    }

    /** Hexadecimal digits that no compression makes shorter. */
    private static Formula chained(Formula index, int length) {
        return length <= 32
                ? Formula.own("md5((", index, ")::text)")
                : Formula.own(
                        "(SELECT string_agg(md5((",
                        index,
                        ") || ':' || g), '') FROM generate_series(1, " + (length + 31) / 32 + ") g)");
    }

    private static String chained(String index, int length) {
        return length <= 32
                ? "md5((" + index + ")::text)"
                : "(SELECT string_agg(md5((" + index + ") || ':' || g), '') FROM generate_series(1, "
                        + (length + 31) / 32 + ") g)";
    }

    /** A numeric keeps four decimal digits in two bytes, but no zeros at its ends. */
    private static Optional<ValueSpace> number(DataType type, Wish wish) {
        long half = wish.width() - NUMERIC_HEADER;
        Optional<ValueSpace> fewer = groups(type, Math.max(1, half / 2), wish.distinct());
        if (half % 2 == 0 || half < 2 || fewer.isEmpty()) {
            return fewer;
        }
        return groups(type, half / 2 + 1, wish.distinct()).map(more -> {
            UnaryOperator<Formula> mixed = index -> Formula.either(
                    index.modulo(2).infix(Formula.Operator.EQUALS, Formula.number(0)),
                    fewer.get().at(index.dividedBy(2)),
                    more.at(index.dividedBy(2)));
            return new ValueSpace(2 * Math.min(fewer.get().size(), more.size()), mixed);
        });
    }

    private static Optional<ValueSpace> groups(DataType type, long groups, long distinct) {
        boolean declared = type.modifier() >= 4;
        int scale = declared ? (((type.modifier() - 4) & 0x7ff) ^ 1024) - 1024 : 2;
        int digits = declared ? (((type.modifier() - 4) >> 16) & 0xffff) - scale : 30;
        long fraction = groups > 1 && scale > 0 ? (scale + 3) / 4 : 0;
        long whole = groups - fraction;
        if (whole < 1 || whole > 4 || scale < 0 || scale > 4 || 4 * (whole - 1) >= digits) {
            return Optional.empty();
        }
        double most = Math.pow(10, Math.min(4.0 * whole, digits));
        double least = whole == 1 ? 1 : Math.pow(10, 4.0 * (whole - 1));
        long parts = fraction == 0 ? 1 : (long) Math.pow(10, scale) - 1;
        double size = (most - least) * parts;
        String first = Long.toString((long) least);
        UnaryOperator<Formula> formula = fraction == 0
                ? index -> Formula.own("(" + first + " + ", index, ")")
                : index -> Formula.own(
                        "(" + first + " + ",
                        index,
                        " / " + parts + " + (1 + ",
                        index,
                        " % " + parts + ")::numeric / " + (parts + 1) + ")");
        return size < distinct ? Optional.empty() : Optional.of(new ValueSpace(size, formula));
    }
}
