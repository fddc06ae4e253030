package dev.rehearsal.postgres.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Values for texts: what the column is called decides what they look like. */
final class TextValues {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private TextValues() {}

    static ColumnValues of(DataType type, String column, Restriction limits) {
        int limit = Math.min(declared(type), limits.maxLength());
        String regex = limits.pattern();
        ValueSpace matching = regex == null ? null : PatternValues.of(regex).orElse(null);
        if (matching != null) {
            return new ColumnValues(matching, matching, List.of(), 0.5).map(value -> value + "::" + type.sql());
        }
        Shape shape = shape(column.toLowerCase(Locale.ROOT), limit);
        boolean exact = limits.minLength() == limit;
        ValueSpace common = exact ? coded(limit) : fitted(shape.common, limits.minLength(), limit);
        ValueSpace unique = exact || limit < 12 ? coded(limit) : distinct(shape, limits.minLength(), limit);
        List<String> edges = TextEdges.of(limit, shape.strict);
        return new ColumnValues(common, unique, edges, shape.common.size() < 1000 ? 0.9 : 0.3)
                .map(value -> "(" + value + ")::" + type.sql());
    }

    /** {@return at least so many different texts of so many bytes each} */
    static ValueSpace weighing(DataType type, String column, Restriction limits, int bytes, long distinct) {
        int most = Math.min(declared(type), limits.maxLength());
        int length = Math.max(limits.minLength(), Math.min(bytes, most));
        Shape shape = shape(column.toLowerCase(Locale.ROOT), most);
        List<String> listed = WeighedWords.of(shape.listed, length, distinct);
        if (!listed.isEmpty()) {
            return ValueSpace.words(listed);
        }
        int digits = Long.toString(Math.max(1, distinct - 1)).length();
        if (digits > length) {
            return coded(length);
        }
        String tail = length > digits + shape.tail.length() ? shape.tail : "";
        int room = length - digits - tail.length();
        return new ValueSpace(Math.pow(10, digits), index -> {
            String code = "lpad((" + index + ")::text, " + digits + ", '0')";
            return room == 0
                    ? code
                    : Widths.filled(shape.head.around(index), index, room) + " || " + code + " || "
                            + SeedSql.literal(tail);
        });
    }

    private static int declared(DataType type) {
        boolean limited = type.name().equals("varchar") || type.name().equals("bpchar");
        if (type.name().equals("name")) {
            return 63;
        }
        return limited && type.modifier() > 4 ? type.modifier() - 4 : Integer.MAX_VALUE;
    }

    private static ValueSpace fitted(ValueSpace space, int least, int most) {
        ValueSpace cut = most > 200 ? space : space.map(value -> "left(" + value + ", " + most + ")");
        return least < 2
                ? cut
                : cut.map(value -> "rpad(" + value + ", greatest(length(" + value + "), " + least + "), 'x')");
    }

    /** Every text of so many capitals, the last letter counting fastest. */
    private static ValueSpace coded(int limit) {
        int length = Math.max(1, Math.min(limit, 10));
        List<String> parts = new ArrayList<>();
        return new ValueSpace(Math.pow(26, length), index -> {
            parts.clear();
            for (int i = length - 1; i >= 0; i--) {
                parts.add("substr('" + ALPHABET + "', 1 + (" + index + " / " + (long) Math.pow(26, i)
                        + " % 26)::int, 1)");
            }
            String text = "(" + String.join(" || ", parts) + ")";
            return limit > 10 && limit < 1000 ? "rpad(" + text + ", " + limit + ", 'x')" : text;
        });
    }

    private static ValueSpace distinct(Shape shape, int least, int most) {
        String tail = shape.tail;
        int room = most - tail.length() - 12;
        ValueSpace space = room < 0
                ? new ValueSpace(Math.pow(10, Math.min(most, 12)), index -> index + "::text")
                : new ValueSpace(ValueSpace.ENDLESS, index -> {
                    String head = shape.head.around(index);
                    String begin = room < 30 ? "left(" + head + ", " + room + ")" : head;
                    return "(" + begin + " || " + index + " || " + SeedSql.literal(tail) + ")";
                });
        return least < 2 ? space : fitted(space, least, Integer.MAX_VALUE);
    }

    private static Shape shape(String name, int limit) {
        ValueSpace plain = ValueSpace.words(TextWords.PLAIN);
        if (name.contains("mail")) {
            ValueSpace mails = new ValueSpace(
                    200_000, index -> "(" + plain.around(index) + " || " + index + " || '@example.com')");
            return new Shape(mails, plain, "@example.com", true);
        } else if (name.matches(".*(first|given|fore)_?name.*")) {
            return words(TextWords.FIRST, true);
        } else if (name.matches(".*(last|sur|family)_?name.*")) {
            return words(TextWords.LAST, true);
        } else if (name.matches(".*(user_?name|login|nick|handle).*")) {
            return new Shape(counted(plain, 50_000), plain, "", true);
        } else if (name.matches(".*(company|organi[sz]ation|vendor|supplier|brand).*")) {
            return words(TextWords.COMPANIES, true);
        } else if (name.contains("country")) {
            return words(
                    limit == 2 || (name.contains("code") && limit > 3)
                            ? TextWords.COUNTRY_CODES
                            : limit == 3
                                    ? TextWords.COUNTRY_CODES3
                                    : limit < 10 ? TextWords.COUNTRY_CODES : TextWords.COUNTRIES,
                    true);
        } else if (name.endsWith("name")) {
            return people();
        }
        return otherShape(name, limit);
    }

    private static Shape otherShape(String name, int limit) {
        if (name.matches(".*(phone|mobile|fax|^tel).*")) {
            ValueSpace numbers =
                    new ValueSpace(1_000_000, index -> "('+49 170 ' || lpad((" + index + ")::text, 7, '0'))");
            return new Shape(numbers, ValueSpace.of(List.of("'+49 170 '")), "", true);
        } else if (name.matches(".*(url|link|website|href|uri).*")) {
            ValueSpace head = ValueSpace.of(List.of("'https://www.example.com/p/'"));
            return new Shape(counted(head, 100_000), head, "", true);
        } else if (name.matches(".*(token|hash|secret|password|checksum|digest|api_?key).*")) {
            ValueSpace hashes = new ValueSpace(1e9, index -> "md5((" + index + ")::text)");
            return new Shape(hashes, hashes, "", true);
        } else if (name.matches(".*(zip|postal|plz|postcode).*")) {
            ValueSpace codes = new ValueSpace(90_000, index -> "(10000 + " + index + ")::text");
            return new Shape(codes, codes, "", true);
        } else if (name.matches(".*(sku|code|ref|reference|number|_no|isbn|ean|serial)$")) {
            String prefix =
                    name.contains("sku") ? "'SKU-'" : "'" + name.substring(0, 1).toUpperCase(Locale.ROOT) + "-'";
            ValueSpace codes = new ValueSpace(90_000, index -> "(" + prefix + " || (10000 + " + index + "))");
            return new Shape(codes, ValueSpace.of(List.of(prefix)), "", true);
        }
        return listedShape(name, limit);
    }

    private static Shape listedShape(String name, int limit) {
        List<String> words = name.matches(".*(city|town).*")
                ? TextWords.CITIES
                : name.contains("currency")
                        ? TextWords.CURRENCIES
                        : name.contains("locale")
                                ? TextWords.LOCALES
                                : name.matches(".*lang(uage)?(_.*)?$")
                                        ? TextWords.LANGUAGES
                                        : name.matches(".*(status|state|phase|stage)$")
                                                ? TextWords.STATUSES
                                                : name.contains("role")
                                                        ? TextWords.ROLES
                                                        : name.matches(".*(type|kind|category|class|tier|plan|group)$")
                                                                ? TextWords.KINDS
                                                                : name.matches(".*colou?r.*")
                                                                        ? TextWords.COLOURS
                                                                        : name.matches(".*(gender|sex)$")
                                                                                ? TextWords.GENDERS
                                                                                : List.of();
        if (!words.isEmpty()) {
            return words(words, true);
        } else if (name.matches(".*(street|address).*")) {
            return new Shape(
                    counted(ValueSpace.words(TextWords.STREETS).map(v -> "(" + v + " || ' ')"), 5_000),
                    ValueSpace.words(TextWords.STREETS),
                    "",
                    true);
        }
        return prose(limit);
    }

    private static Shape prose(int limit) {
        ValueSpace word = ValueSpace.words(TextWords.TEXT);
        int count = limit < 40 ? 2 : 6;
        ValueSpace texts = new ValueSpace(20_000, index -> {
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                parts.add(word.around(index + " / " + (long) Math.pow(5, i) + " + " + i * 7));
            }
            return "(" + String.join(" || ' ' || ", parts) + ")";
        });
        return new Shape(texts, word.map(value -> "(" + value + " || ' ')"), "", false);
    }

    private static Shape people() {
        ValueSpace last = ValueSpace.words(TextWords.LAST);
        ValueSpace first = ValueSpace.words(TextWords.FIRST);
        ValueSpace names = new ValueSpace(
                TextWords.FIRST.size() * TextWords.LAST.size(),
                index -> "(" + first.around(index) + " || ' ' || "
                        + last.around("(" + index + " / " + TextWords.FIRST.size() + ")") + ")");
        return new Shape(names, names.map(value -> "(" + value + " || ' ')"), "", true);
    }

    private static Shape words(List<String> words, boolean strict) {
        ValueSpace head = ValueSpace.words(words).map(v -> "(" + v + " || ' ')");
        return new Shape(ValueSpace.words(words), head, "", strict, words);
    }

    private static ValueSpace counted(ValueSpace head, double size) {
        return new ValueSpace(size, index -> "(" + head.around(index) + " || " + index + ")");
    }

    /** How texts look: the ordinary ones, what stands before and after the number of unique ones. */
    private record Shape(ValueSpace common, ValueSpace head, String tail, boolean strict, List<String> listed) {
        Shape(ValueSpace common, ValueSpace head, String tail, boolean strict) {
            this(common, head, tail, strict, List.of());
        }
    }
}
