package dev.rehearsal.rule;

import dev.rehearsal.migration.RunFailure;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The query that finds the rows which a constraint has rejected, made of what the server said and of the statement. */
final class RejectedRows {
    private static final Pattern KEY = Pattern.compile("Key \\((.+?)\\)=\\((.*?)\\) ");
    private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\"");
    private static final Pattern CONSTRAINT = Pattern.compile("constraint \"([^\"]+)\"");
    private static final Pattern PARENT = Pattern.compile(
            "(?is)\\bREFERENCES\\s+((?:\"[^\"]+\"|[\\w$]+)(?:\\s*\\.\\s*(?:\"[^\"]+\"|[\\w$]+))?)\\s*\\(([^)]+)\\)");
    private static final Pattern CHECK = Pattern.compile("(?i)\\bCHECK\\s*\\(");

    private RejectedRows() {}

    /** {@return the query, and what to do with the rows} */
    static String find(RunFailure failure, @Nullable String table) {
        return table == null
                ? definition(failure) + "\n-- settle the rows that do not meet it in an earlier script"
                : "-- which rows are they?\n" + query(failure, table)
                        + "\n-- settle them in an earlier script, and only then add the constraint";
    }

    private static String query(RunFailure failure, String table) {
        Matcher key = KEY.matcher(failure.detail() == null ? "" : failure.detail() + " ");
        boolean known = key.find();
        return switch (String.valueOf(failure.sqlState()).toUpperCase(Locale.ROOT)) {
            case "23505" -> known ? doubled(table, key.group(1)) : definition(failure);
            case "23502" -> missing(failure, table);
            case "23503" -> known ? orphans(failure, table, key) : definition(failure);
            case "23514" -> unmet(failure, table);
            default -> known ? "SELECT * FROM " + table + " ORDER BY " + key.group(1) + ";" : definition(failure);
        };
    }

    private static String doubled(String table, String columns) {
        return "SELECT " + columns + ", count(*) FROM " + table + " GROUP BY " + columns + " HAVING count(*) > 1;";
    }

    private static String missing(RunFailure failure, String table) {
        Matcher column = COLUMN.matcher(failure.message());
        return column.find()
                ? "SELECT * FROM " + table + " WHERE \"" + column.group(1) + "\" IS NULL;"
                : definition(failure);
    }

    private static String orphans(RunFailure failure, String table, Matcher key) {
        String[] own = key.group(1).split(", ");
        Matcher parent = PARENT.matcher(failure.sql() == null ? "" : failure.sql());
        if (!parent.find()) {
            return "SELECT * FROM " + table + " WHERE concat_ws(', ', " + key.group(1) + ") = '"
                    + key.group(2).replace("'", "''") + "'; -- one of them";
        }
        String[] theirs =
                Arrays.stream(parent.group(2).split(",")).map(String::strip).toArray(String[]::new);
        String equal = IntStream.range(0, Math.min(own.length, theirs.length))
                .mapToObj(i -> "parent." + theirs[i] + " = child." + own[i])
                .collect(Collectors.joining(" AND "));
        String present =
                Arrays.stream(own).map(c -> "child." + c + " IS NOT NULL").collect(Collectors.joining(" AND "));
        return "SELECT child.* FROM " + table + " AS child WHERE " + present + "\n  AND NOT EXISTS (SELECT FROM "
                + parent.group(1) + " AS parent WHERE " + equal + ");";
    }

    private static String unmet(RunFailure failure, String table) {
        String sql = failure.sql() == null ? "" : failure.sql();
        Matcher check = CHECK.matcher(sql);
        if (!check.find() || check.find()) {
            return definition(failure);
        }
        check.reset();
        return check.find()
                ? "SELECT * FROM " + table + " WHERE NOT " + enclosed(sql, check.end() - 1) + ";"
                : definition(failure);
    }

    /** {@return what stands between a parenthesis and the one that closes it, with both} */
    private static String enclosed(String sql, int from) {
        int depth = 0;
        boolean text = false;
        for (int i = from; i < sql.length(); i++) {
            char c = sql.charAt(i);
            text ^= c == '\'';
            depth += text ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return sql.substring(from, i + 1);
            }
        }
        return sql.substring(from);
    }

    /** Where the statement only names the constraint, the catalogue of a database that has it knows what it says. */
    private static String definition(RunFailure failure) {
        Matcher constraint = CONSTRAINT.matcher(failure.message());
        return constraint.find()
                ? "SELECT conrelid::regclass, pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = '"
                        + constraint.group(1).replace("'", "''") + "';"
                : "-- the server says: " + failure.message().lines().findFirst().orElse("");
    }
}
