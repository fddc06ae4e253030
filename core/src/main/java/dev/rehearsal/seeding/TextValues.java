package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Formula.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Values for texts: what the column is called decides what they look like. */
public final class TextValues {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private TextValues() {}

    /** {@return what a column of texts is filled with} */
    public static ColumnValues of(TextKind kind, String column, Restriction limits) {
        int limit = Math.min(kind.limit(), limits.maxLength());
        String regex = limits.pattern();
        ValueSpace matching =
                regex == null ? null : PatternValues.of(regex, kind.folding()).orElse(null);
        if (matching != null) {
            return new ColumnValues(matching, matching, List.of(), 0.5);
        }
        TextShape shape = TextShape.of(column.toLowerCase(Locale.ROOT), limit, kind);
        boolean exact = limits.minLength() == limit;
        ValueSpace common = exact ? coded(limit) : fitted(shape.common(), limits.minLength(), limit);
        ValueSpace unique = exact || limit < 12 ? coded(limit) : distinct(shape, limits.minLength(), limit);
        List<Formula> edges = TextEdges.of(kind, limit, shape.strict());
        return new ColumnValues(common, unique, edges, shape.common().size() < 1000 ? 0.9 : 0.3);
    }

    /** {@return at least so many different texts of so many bytes each} */
    public static ValueSpace weighing(TextKind kind, String column, Restriction limits, int bytes, long distinct) {
        int most = Math.min(kind.limit(), limits.maxLength());
        int length = Math.max(limits.minLength(), Math.min(bytes, most));
        TextShape shape = TextShape.of(column.toLowerCase(Locale.ROOT), most, kind);
        List<String> listed = WeighedWords.of(shape.listed(), length, distinct);
        if (!listed.isEmpty()) {
            return ValueSpace.words(listed);
        }
        int digits = Long.toString(Math.max(1, distinct - 1)).length();
        if (digits > length) {
            return coded(length);
        }
        String tail = length > digits + shape.tail().length() ? shape.tail() : "";
        int room = length - digits - tail.length();
        return new ValueSpace(Math.pow(10, digits), index -> {
            Formula code =
                    Formula.call(Function.LEFT_PADDED, index.digits(), Formula.number(digits), Formula.text("0"));
            return room == 0
                    ? code
                    : Formula.join(filled(shape.head().around(index), index, room), code, Formula.text(tail));
        });
    }

    /** {@return a text of so many characters that begins with this one} */
    public static Formula filled(Formula begin, Formula index, long length) {
        return Formula.call(Function.FILLED, begin, index, Formula.number(length));
    }

    private static ValueSpace fitted(ValueSpace space, int least, int most) {
        ValueSpace cut = most > 200 ? space : space.map(value -> left(value, most));
        return least < 2 ? cut : lengthened(cut, least);
    }

    private static ValueSpace lengthened(ValueSpace space, int least) {
        return space.map(value -> Formula.call(Function.LENGTHENED, value, Formula.number(least), Formula.text("x")));
    }

    private static Formula left(Formula value, int most) {
        return Formula.call(Function.LEFT, value, Formula.number(most));
    }

    /** Every text of so many capitals, the last letter counting fastest. */
    private static ValueSpace coded(int limit) {
        int length = Math.max(1, Math.min(limit, 10));
        return new ValueSpace(Math.pow(26, length), index -> {
            Formula text = Formula.join(IntStream.iterate(length - 1, i -> i >= 0, i -> i - 1)
                    .mapToObj(i -> Formula.call(
                            Function.LETTER,
                            Formula.text(ALPHABET),
                            index.dividedBy((long) Math.pow(26, i)).modulo(26)))
                    .toArray(Formula[]::new));
            return limit > 10 && limit < 1000
                    ? Formula.call(Function.LENGTHENED, text, Formula.number(limit), Formula.text("x"))
                    : text;
        });
    }

    private static ValueSpace distinct(TextShape shape, int least, int most) {
        String tail = shape.tail();
        int room = most - tail.length() - 12;
        ValueSpace space = room < 0
                ? new ValueSpace(Math.pow(10, Math.min(most, 12)), Formula::digits)
                : new ValueSpace(ValueSpace.ENDLESS, index -> {
                    Formula head = shape.head().around(index);
                    List<Formula> parts = new ArrayList<>(List.of(room < 30 ? left(head, room) : head, index.digits()));
                    if (!tail.isEmpty()) {
                        parts.add(Formula.text(tail));
                    }
                    return Formula.join(parts.toArray(new Formula[0]));
                });
        return least < 2 ? space : lengthened(space, least);
    }
}
