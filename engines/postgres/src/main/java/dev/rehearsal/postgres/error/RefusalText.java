package dev.rehearsal.postgres.error;

import dev.rehearsal.postgres.script.PostgresLexer;
import dev.rehearsal.text.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is said of the rows of a refusal in texts alone: the key in the server's detail, and the constraint in the statement. */
public final class RefusalText {
    /** The server tells the key in its detail only, in the language of its messages: the parentheses are in all. */
    private static final Pattern KEY = Pattern.compile("(?s)\\((.+?)\\)=\\((.*?)\\) ");

    private static final Pattern CHECK = Pattern.compile("(?i)\\bCHECK\\s*\\(");
    private static final Pattern INDEX = Pattern.compile("(?is).*\\bINDEX\\b.*");
    private static final Pattern EQUAL_NULLS = Pattern.compile("(?is)\\bNULLS\\s+NOT\\s+DISTINCT\\b");

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final Pattern PARENT =
            Pattern.compile("(?is)\\bREFERENCES\\s+(" + NAME + "(?:\\s*\\.\\s*" + NAME + ")?)\\s*(?:\\(([^)]+)\\))?");

    private RefusalText() {}

    /**
     * The key of a row.
     *
     * @param columns its columns, or expressions, as they stand in SQL
     * @param values what they hold, as text
     */
    public record Key(String columns, String values) {}

    /**
     * To whom a foreign key refers.
     *
     * @param table as the statement names it
     * @param columns its columns; empty for those of its primary key
     */
    public record Parent(String table, List<String> columns) {}

    /**
     * {@return the key that a detail tells of; empty if it tells of none}
     *
     * @param detail the server's; null if there is none
     */
    public static Optional<Key> key(@Nullable String detail) {
        Matcher key = KEY.matcher((detail == null ? "" : detail) + " ");
        return key.find() ? Optional.of(new Key(key.group(1), key.group(2))) : Optional.empty();
    }

    /**
     * {@return the condition of a statement's CHECK, in parentheses; empty if it has none, or several}
     *
     * @param sql the statement
     */
    public static Optional<String> check(String sql) {
        Matcher check = CHECK.matcher(sql);
        if (!check.find()) {
            return Optional.empty();
        }
        int open = check.end() - 1;
        return check.find() ? Optional.empty() : Optional.of(enclosed(sql, open));
    }

    /**
     * {@return whether a statement makes an index of some rows only, or one in which NULLs are equal}
     *
     * @param sql the statement
     */
    public static boolean isPartial(String sql) {
        return equalNulls(sql) || condition(sql).isPresent();
    }

    /**
     * {@return whether a statement makes an index or a constraint in which NULLs are equal}
     *
     * @param sql the statement
     */
    public static boolean equalNulls(String sql) {
        return EQUAL_NULLS.matcher(sql).find();
    }

    /**
     * {@return which rows the index of a statement holds; empty if all}
     *
     * @param sql the statement
     */
    public static Optional<String> condition(String sql) {
        int depth = 0;
        Token token = new Token(Token.Kind.SPACE, 0, 0, true);
        while (token.end() < sql.length() && INDEX.matcher(sql).matches()) {
            token = PostgresLexer.next(sql, token.end());
            String text = token.of(sql);
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
            if (depth == 0 && text.equalsIgnoreCase("WHERE")) {
                return Optional.of(
                        sql.substring(token.end()).replaceAll(";\\s*$", "").strip());
            }
        }
        return Optional.empty();
    }

    /**
     * {@return to whom the foreign keys of a statement refer, in their order}
     *
     * @param sql the statement
     */
    public static List<Parent> parents(String sql) {
        List<Parent> parents = new ArrayList<>();
        Matcher parent = PARENT.matcher(sql);
        while (parent.find()) {
            parents.add(new Parent(parent.group(1), parent.group(2) == null ? List.of() : list(parent.group(2))));
        }
        return parents;
    }

    /**
     * {@return columns that are listed with commas}
     *
     * @param columns the list
     */
    public static List<String> list(String columns) {
        return Arrays.stream(columns.split(",", -1)).map(String::strip).toList();
    }

    /**
     * {@return the condition that rows called {@code child} have a whole key}
     *
     * @param own its columns
     */
    public static String present(List<String> own) {
        return own.stream().map(column -> "child." + column + " IS NOT NULL").collect(Collectors.joining(" AND "));
    }

    /**
     * {@return the condition that the key of rows called {@code child} is in no row of another table}
     *
     * @param own its columns
     * @param other that table
     * @param theirs the columns there
     */
    public static String absent(List<String> own, String other, List<String> theirs) {
        String equal = IntStream.range(0, Math.min(own.size(), theirs.size()))
                .mapToObj(i -> "parent." + theirs.get(i) + " = child." + own.get(i))
                .collect(Collectors.joining(" AND "));
        return "NOT EXISTS (SELECT FROM " + other + " AS parent WHERE " + equal + ")";
    }

    /** {@return what stands between a parenthesis and the one that closes it, with both} */
    private static String enclosed(String sql, int from) {
        int depth = 0;
        int at = from;
        while (at < sql.length()) {
            Token token = PostgresLexer.next(sql, at);
            at = token.end();
            depth += token.of(sql).equals("(") ? 1 : token.of(sql).equals(")") ? -1 : 0;
            if (depth == 0) {
                return sql.substring(from, at);
            }
        }
        return sql.substring(from);
    }
}
