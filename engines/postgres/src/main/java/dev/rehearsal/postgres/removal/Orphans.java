package dev.rehearsal.postgres.removal;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows of a table that refer to none of another. */
final class Orphans {
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final Pattern PARENT =
            Pattern.compile("(?is)\\bREFERENCES\\s+(" + NAME + "(?:\\s*\\.\\s*" + NAME + ")?)\\s*(?:\\(([^)]+)\\))?");

    private Orphans() {}

    /**
     * {@return the condition that holds for them, of rows called {@code child}; null if the statement does not name the
     * other table, or names several}
     */
    static @Nullable String condition(String sql, String key, Function<String, List<String>> primaryKey) {
        Matcher parent = PARENT.matcher(sql);
        if (!parent.find()) {
            return null;
        }
        String other = parent.group(1);
        List<String> theirs = parent.group(2) == null ? primaryKey.apply(other) : list(parent.group(2));
        List<String> own = list(key);
        return parent.find() || theirs.size() != own.size() ? null : condition(own, other, theirs);
    }

    /** {@return the condition that holds for rows called {@code child} whose key, if they have one, is in no row of another} */
    static String condition(List<String> own, String other, List<String> theirs) {
        String present =
                own.stream().map(column -> "child." + column + " IS NOT NULL").collect(Collectors.joining(" AND "));
        String equal = IntStream.range(0, own.size())
                .mapToObj(i -> "parent." + theirs.get(i) + " = child." + own.get(i))
                .collect(Collectors.joining(" AND "));
        return present + " AND NOT EXISTS (SELECT FROM " + other + " AS parent WHERE " + equal + ")";
    }

    private static List<String> list(String columns) {
        return Arrays.stream(columns.split(",")).map(String::strip).toList();
    }
}
