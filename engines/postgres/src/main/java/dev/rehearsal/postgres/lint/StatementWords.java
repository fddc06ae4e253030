package dev.rehearsal.postgres.lint;

import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.text.Token;
import dev.rehearsal.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement reduced to its words: one blank between, without comments, every literal {@code ''}. */
final class StatementWords {
    /** A name as it stands in reduced text: with its schema, in quotes or not. */
    static final String NAME = "(?:[^\\s(),;'\"]|\"[^\"]*+\")++";

    private static final Pattern ALTER_TABLE =
            Pattern.compile("(?i)(ALTER TABLE (?:IF EXISTS )?(?:ONLY )?" + NAME + ") (?:\\* )?(.+)");

    private StatementWords() {}

    /** {@return the statement, reduced} */
    static String of(String sql) {
        List<String> words = new ArrayList<>();
        boolean open = false; // whether the last words are a name and a dot
        boolean named = false;
        for (Token token : new PostgresLexer().tokens(sql)) {
            if (token.isBlank()) {
                continue;
            }
            String word = token.kind() == Kind.CONSTANT ? "''" : token.of(sql);
            boolean name = token.kind() == Kind.WORD || token.kind() == Kind.NAME;
            if (name && open) {
                words.remove(words.size() - 1);
                words.add(words.remove(words.size() - 1) + "." + word);
            } else {
                words.add(word);
            }
            open = named && word.equals(".");
            named = name;
        }
        return String.join(" ", words);
    }

    /** {@return the statement for each of its actions: ALTER TABLE may have several, between commas} */
    static List<String> actions(String reduced) {
        Matcher matcher = ALTER_TABLE.matcher(reduced);
        if (!matcher.matches()) {
            return List.of(reduced);
        }
        return list(matcher.group(2)).stream()
                .map(action -> matcher.group(1) + " " + action)
                .toList();
    }

    /** {@return the items between the commas that stand in no parentheses} */
    static List<String> list(String reduced) {
        List<String> items = new ArrayList<>();
        int depth = 0;
        StringBuilder item = new StringBuilder();
        for (String word : reduced.split(" ", -1)) {
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            if (word.equals(",") && depth == 0) {
                items.add(item.toString().strip());
                item.setLength(0);
            } else {
                item.append(' ').append(word);
            }
        }
        items.add(item.toString().strip());
        return items;
    }

    /** {@return a name by which the same table is found again: without quotes, schema and case} */
    static String key(String name) {
        String bare = name.substring(name.lastIndexOf('.') + 1);
        return bare.startsWith("\"") ? bare.substring(1, bare.length() - 1) : bare.toLowerCase(Locale.ROOT);
    }
}
