package dev.rehearsal.mariadb.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a statement defines, by its text. Every definition commits by itself, and what it changes or removes it has for
 * itself, at the least at its end.
 *
 * @param possible whether it may change a definition at all: a call may, and an INSERT may not
 * @param locked the tables that it has for itself, as they are written
 */
public record DataDefinition(boolean possible, List<Named> locked) {
    private static final String PART = "(?:`(?:[^`]|``)+`|[\\w$\\x80-\\x{FFFF}]+)";
    private static final String NAME = PART + "(?:\\." + PART + ")?";
    private static final String EXISTS = "(?:IF (?:NOT )?EXISTS )?";
    private static final Pattern DEFINES = Pattern.compile(
            "(?i)(?:ALTER|CREATE|DROP|RENAME|TRUNCATE|OPTIMIZE|REPAIR|CALL|EXECUTE|BEGIN|IF|LOOP|WHILE|FOR)\\b.*");
    private static final Pattern ONE =
            Pattern.compile("(?i)(?:ALTER (?:ONLINE |IGNORE )*TABLE " + EXISTS + "|TRUNCATE (?:TABLE )?"
                    + "|(?:CREATE|DROP) (?!TABLE)[^(]*?INDEX [^(]*?ON |CREATE [^(]*?TRIGGER .*?(?:INSERT|UPDATE|DELETE) ON )("
                    + NAME
                    + ").*");
    private static final Pattern SEVERAL = Pattern.compile("(?i)(?:DROP TABLES? " + EXISTS + "|RENAME TABLES? " + EXISTS
            + "|(?:OPTIMIZE|REPAIR) (?:LOCAL )?TABLES? )(.*)");
    private static final Pattern EACH = Pattern.compile("(?:^|, ?| TO )(" + NAME + ")", Pattern.CASE_INSENSITIVE);

    public DataDefinition {
        locked = List.copyOf(locked);
    }

    /**
     * {@return what a statement defines}
     *
     * @param sql one statement
     */
    public static DataDefinition of(String sql) {
        String plain = plain(sql);
        Matcher one = ONE.matcher(plain);
        Matcher several = SEVERAL.matcher(plain);
        List<Named> locked = new ArrayList<>();
        if (one.matches()) {
            locked.add(Named.of(one.group(1)));
        } else if (several.matches()) {
            Matcher each = EACH.matcher(several.group(1));
            while (each.find()) {
                locked.add(Named.of(each.group(1)));
            }
        }
        return new DataDefinition(DEFINES.matcher(plain).matches(), locked);
    }

    /**
     * {@return whether a statement removes a table, or makes a trigger: both have a table for themselves and change none}
     *
     * @param sql one statement
     */
    public static boolean drops(String sql) {
        return plain(sql).matches("(?i)DROP TABLE.*|CREATE (?:OR REPLACE )?(?:DEFINER.*)?TRIGGER.*");
    }

    /**
     * {@return whether a statement begins with one of these words}
     *
     * @param sql one statement
     * @param words in capitals
     */
    public static boolean begins(String sql, Set<String> words) {
        return words.contains(plain(sql).toUpperCase(Locale.ROOT).split("\\W", 2)[0]);
    }

    private static String plain(String sql) {
        return new MariaDbLexer()
                .tokens(sql).stream()
                        .map(token -> token.isBlank() ? " " : token.of(sql))
                        .collect(Collectors.joining())
                        .replaceAll("\\s+", " ")
                        .replaceAll(" ?\\. ?", ".")
                        .strip();
    }

    /**
     * A table as a statement writes it.
     *
     * @param schema its schema; null for that of the session
     * @param name its name, without quotes
     */
    public record Named(@Nullable String schema, String name) {
        private static final Pattern PARTS = Pattern.compile("(?:(" + PART + ")\\.)?(" + PART + ")");

        static Named of(String written) {
            Matcher parts = PARTS.matcher(written);
            if (!parts.matches()) {
                return new Named(null, written);
            }
            String schema = parts.group(1);
            return new Named(schema == null ? null : plain(schema), plain(parts.group(2)));
        }

        private static String plain(String quoted) {
            return quoted.startsWith("`")
                    ? quoted.substring(1, quoted.length() - 1).replace("``", "`")
                    : quoted;
        }
    }
}
