package dev.rehearsal.seeding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that match a simple regular expression: characters, classes, counts and groups of them. */
public final class PatternValues {
    private static final Pattern COUNT = Pattern.compile("^\\{(\\d+)(,(\\d*))?\\}");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String DIGITS = "0123456789";

    private final String regex;
    private int at;

    private PatternValues(String regex) {
        this.regex = regex;
    }

    /** {@return the texts that match; empty if the expression is beyond us} */
    public static Optional<ValueSpace> of(String regex) {
        return of(regex, false);
    }

    /**
     * {@return the texts that match; empty if the expression is beyond us}
     *
     * @param regex a simple regular expression
     * @param folding whether texts that differ in nothing but case are the same one
     */
    public static Optional<ValueSpace> of(String regex, boolean folding) {
        PatternValues reader = new PatternValues(regex);
        try {
            List<List<String>> units = reader.sequence().stream()
                    .map(unit -> folding ? folded(unit) : unit)
                    .toList();
            return reader.at < regex.length() || units.isEmpty() ? Optional.empty() : Optional.of(space(units));
        } catch (UnsupportedOperationException | StringIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static List<String> folded(List<String> unit) {
        Map<String, String> first = new LinkedHashMap<>();
        unit.forEach(word -> first.putIfAbsent(word.toLowerCase(Locale.ROOT), word));
        return List.copyOf(first.values());
    }

    private static ValueSpace space(List<List<String>> units) {
        double size = 1;
        for (List<String> unit : units) {
            size = Math.min(ValueSpace.ENDLESS, size * unit.size());
        }
        return new ValueSpace(size, index -> text(units, index));
    }

    private static Formula text(List<List<String>> units, Formula index) {
        List<Formula> parts = new ArrayList<>();
        double weight = 1;
        for (int i = units.size() - 1; i >= 0; i--) {
            List<String> unit = units.get(i);
            Formula digit = (weight < 1e15 ? index.dividedBy((long) weight) : index).modulo(unit.size());
            parts.add(unit.size() == 1 ? Formula.text(unit.get(0)) : pick(unit, digit));
            weight *= unit.size();
        }
        Collections.reverse(parts);
        return Formula.join(parts.toArray(new Formula[0]));
    }

    private static Formula pick(List<String> unit, Formula digit) {
        return unit.stream().allMatch(word -> word.length() == 1)
                ? Formula.call(Formula.Function.LETTER, Formula.text(String.join("", unit)), digit)
                : ValueSpace.words(unit).at(digit);
    }

    private List<List<String>> sequence() {
        List<List<String>> units = new ArrayList<>();
        while (at < regex.length() && regex.charAt(at) != ')' && regex.charAt(at) != '|') {
            char c = regex.charAt(at);
            if (c == '^' || c == '$') {
                at++;
            } else if (c == '(') {
                repeat(units, group());
            } else {
                repeat(units, List.of(atom()));
            }
        }
        return units;
    }

    private List<List<String>> group() {
        at += regex.startsWith("(?:", at) ? 3 : 1;
        List<List<List<String>>> alternatives = new ArrayList<>(List.of(sequence()));
        while (regex.charAt(at) == '|') {
            at++;
            alternatives.add(sequence());
        }
        at++;
        boolean literal = alternatives.stream().flatMap(List::stream).allMatch(unit -> unit.size() == 1);
        if (!literal || alternatives.size() == 1) {
            return alternatives.get(0);
        }
        return List.of(alternatives.stream()
                .map(units ->
                        String.join("", units.stream().map(unit -> unit.get(0)).toList()))
                .distinct()
                .toList());
    }

    private void repeat(List<List<String>> units, List<List<String>> what) {
        int[] count = count();
        for (int i = 0; i < Math.max(count[0], Math.min(count[1], 8)); i++) {
            units.addAll(what);
        }
    }

    private int[] count() {
        if (at >= regex.length()) {
            return new int[] {1, 1};
        }
        Matcher braces = COUNT.matcher(regex.substring(at));
        if (braces.find()) {
            at += braces.end();
            int least = Integer.parseInt(braces.group(1));
            String most = braces.group(3);
            return new int[] {
                least, braces.group(2) == null ? least : most.isEmpty() ? least + 8 : Integer.parseInt(most)
            };
        }
        char c = regex.charAt(at);
        int[] counts = c == '?' ? new int[] {0, 1} : c == '*' ? new int[] {0, 6} : c == '+' ? new int[] {1, 6} : null;
        if (counts == null) {
            return new int[] {1, 1};
        }
        at++;
        return counts;
    }

    private List<String> atom() {
        char c = regex.charAt(at++);
        return switch (c) {
            case '[' -> characters();
            case '\\' -> escape(regex.charAt(at++));
            case '.' -> letters(LETTERS);
            case '*', '+', '?', '{' -> throw new UnsupportedOperationException(regex);
            default -> List.of(String.valueOf(c));
        };
    }

    private List<String> characters() {
        boolean negated = regex.charAt(at) == '^';
        at += negated ? 1 : 0;
        List<String> letters = new ArrayList<>();
        while (regex.charAt(at) != ']') {
            char c = regex.charAt(at++);
            if (c == '\\') {
                letters.addAll(escape(regex.charAt(at++)));
            } else if (c == '[') {
                throw new UnsupportedOperationException(regex);
            } else if (regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') {
                char last = regex.charAt(at + 1);
                for (char letter = c; letter <= last; letter++) {
                    letters.add(String.valueOf(letter));
                }
                at += 2;
            } else {
                letters.add(String.valueOf(c));
            }
        }
        at++;
        return negated
                ? letters(LETTERS + DIGITS).stream()
                        .filter(letter -> !letters.contains(letter))
                        .toList()
                : letters.stream().distinct().toList();
    }

    private static List<String> escape(char c) {
        return switch (c) {
            case 'd' -> letters(DIGITS);
            case 'w' -> letters(LETTERS + DIGITS);
            case 's' -> List.of(" ");
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new UnsupportedOperationException("\\" + c);
                }
                yield List.of(String.valueOf(c));
            }
        };
    }

    private static List<String> letters(String alphabet) {
        return alphabet.chars().mapToObj(c -> String.valueOf((char) c)).toList();
    }
}
