package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Formula.Function;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How texts look by what their column is called.
 *
 * @param common the ordinary ones
 * @param head what stands before the number of unique ones
 * @param tail what stands behind it
 * @param strict whether the name promises a shape
 * @param listed the words that they are; empty if they are made otherwise
 */
record TextShape(ValueSpace common, ValueSpace head, String tail, boolean strict, List<String> listed) {
    private static final Formula BLANK = Formula.text(" ");
    private static final List<Listed> LISTED = List.of(
            new Listed(".*(city|town).*", TextWords.CITIES),
            new Listed(".*currency.*", TextWords.CURRENCIES),
            new Listed(".*locale.*", TextWords.LOCALES),
            new Listed(".*lang(uage)?(_.*)?$", TextWords.LANGUAGES),
            new Listed(".*(status|state|phase|stage)$", TextWords.STATUSES),
            new Listed(".*role.*", TextWords.ROLES),
            new Listed(".*(type|kind|category|class|tier|plan|group)$", TextWords.KINDS),
            new Listed(".*colou?r.*", TextWords.COLOURS),
            new Listed(".*(gender|sex)$", TextWords.GENDERS));

    private TextShape(ValueSpace common, ValueSpace head, String tail, boolean strict) {
        this(common, head, tail, strict, List.of());
    }

    static TextShape of(String name, int limit, TextKind kind) {
        ValueSpace plain = ValueSpace.words(TextWords.PLAIN);
        if (name.contains("mail")) {
            ValueSpace mails = new ValueSpace(
                    200_000, index -> Formula.join(plain.around(index), index.digits(), Formula.text("@example.com")));
            return new TextShape(mails, plain, "@example.com", true);
        } else if (name.matches(".*(first|given|fore)_?name.*")) {
            return words(TextWords.FIRST, kind);
        } else if (name.matches(".*(last|sur|family)_?name.*")) {
            return words(TextWords.LAST, kind);
        } else if (name.matches(".*(user_?name|login|nick|handle).*")) {
            return new TextShape(counted(plain, 50_000), plain, "", true);
        } else if (name.matches(".*(company|organi[sz]ation|vendor|supplier|brand).*")) {
            return words(TextWords.COMPANIES, kind);
        } else if (name.contains("country")) {
            return words(countries(name, limit), kind);
        } else if (name.endsWith("name")) {
            return people(kind);
        }
        return otherShape(name, limit, kind);
    }

    private static List<String> countries(String name, int limit) {
        if (limit == 2 || (name.contains("code") && limit > 3)) {
            return TextWords.COUNTRY_CODES;
        }
        return limit == 3 ? TextWords.COUNTRY_CODES3 : limit < 10 ? TextWords.COUNTRY_CODES : TextWords.COUNTRIES;
    }

    private static TextShape otherShape(String name, int limit, TextKind kind) {
        if (name.matches(".*(phone|mobile|fax|^tel).*")) {
            Formula code = Formula.text("+49 170 ");
            ValueSpace numbers = new ValueSpace(
                    1_000_000,
                    index -> Formula.join(
                            code,
                            Formula.call(Function.LEFT_PADDED, index.digits(), Formula.number(7), Formula.text("0"))));
            return new TextShape(numbers, ValueSpace.of(List.of(code)), "", true);
        } else if (name.matches(".*(url|link|website|href|uri).*")) {
            ValueSpace head = ValueSpace.of(List.of(Formula.text("https://www.example.com/p/")));
            return new TextShape(counted(head, 100_000), head, "", true);
        } else if (name.matches(".*(token|hash|secret|password|checksum|digest|api_?key).*")) {
            ValueSpace hashes = new ValueSpace(1e9, index -> Formula.call(Function.DIGEST, index.digits()));
            return new TextShape(hashes, hashes, "", true);
        } else if (name.matches(".*(zip|postal|plz|postcode).*")) {
            ValueSpace codes = new ValueSpace(
                    90_000, index -> Formula.number(10000).plus(index).digits());
            return new TextShape(codes, codes, "", true);
        } else if (name.matches(".*(sku|code|ref|reference|number|_no|isbn|ean|serial)$")) {
            Formula prefix = Formula.text(
                    name.contains("sku") ? "SKU-" : name.substring(0, 1).toUpperCase(Locale.ROOT) + "-");
            ValueSpace codes = new ValueSpace(
                    90_000,
                    index -> Formula.join(
                            prefix, Formula.number(10000).plus(index).digits()));
            return new TextShape(codes, ValueSpace.of(List.of(prefix)), "", true);
        }
        return listedShape(name, limit, kind);
    }

    private static TextShape listedShape(String name, int limit, TextKind kind) {
        for (Listed listed : LISTED) {
            if (listed.name.matcher(name).matches()) {
                return words(listed.words, kind);
            }
        }
        if (name.matches(".*(street|address).*")) {
            ValueSpace streets = ValueSpace.words(kind.words(TextWords.STREETS));
            return new TextShape(counted(streets.map(street -> Formula.join(street, BLANK)), 5_000), streets, "", true);
        }
        return prose(limit);
    }

    private static TextShape prose(int limit) {
        ValueSpace word = ValueSpace.words(TextWords.TEXT);
        int count = limit < 40 ? 2 : 6;
        ValueSpace texts = new ValueSpace(20_000, index -> {
            List<Formula> parts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                if (i > 0) {
                    parts.add(BLANK);
                }
                parts.add(word.around(index.dividedBy((long) Math.pow(5, i)).plus(i * 7L)));
            }
            return Formula.join(parts.toArray(new Formula[0]));
        });
        return new TextShape(texts, word.map(value -> Formula.join(value, BLANK)), "", false);
    }

    private static TextShape people(TextKind kind) {
        List<String> firsts = kind.words(TextWords.FIRST);
        List<String> lasts = kind.words(TextWords.LAST);
        ValueSpace last = ValueSpace.words(lasts);
        ValueSpace first = ValueSpace.words(firsts);
        ValueSpace names = new ValueSpace(
                firsts.size() * lasts.size(),
                index -> Formula.join(first.around(index), BLANK, last.around(index.dividedBy(firsts.size()))));
        return new TextShape(names, names.map(value -> Formula.join(value, BLANK)), "", true);
    }

    private static TextShape words(List<String> words, TextKind kind) {
        List<String> held = kind.words(words);
        ValueSpace head = ValueSpace.words(held).map(value -> Formula.join(value, BLANK));
        return new TextShape(ValueSpace.words(held), head, "", true, held);
    }

    private static ValueSpace counted(ValueSpace head, double size) {
        return new ValueSpace(size, index -> Formula.join(head.around(index), index.digits()));
    }

    /** Words, and what a column of them is called. */
    private record Listed(Pattern name, List<String> words) {
        Listed(String name, List<String> words) {
            this(Pattern.compile(name), words);
        }
    }
}
