package dev.rehearsal.postgres.error;

import dev.rehearsal.migration.Fault.Concerned;
import dev.rehearsal.migration.Fault.Kind;
import dev.rehearsal.schema.QualifiedName;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** The query that finds the rows which a constraint has rejected, made of the server's fields and of the statement. */
final class RejectedRows {
    /** What the migration itself writes is not what was there. */
    private static final Pattern WRITING =
            Pattern.compile("(?is)\\s*(--[^\\n]*\\n\\s*)*(INSERT|UPDATE|DELETE|MERGE|COPY|WITH)\\b.*");

    /** The server tells the key in its detail only, in the language of its messages: the parentheses are in all. */
    private static final Pattern KEY = Pattern.compile("\\((.+?)\\)=\\((.*?)\\) ");

    private static final Pattern PARENT = Pattern.compile(
            "(?is)\\bREFERENCES\\s+((?:\"[^\"]+\"|[\\w$]+)(?:\\s*\\.\\s*(?:\"[^\"]+\"|[\\w$]+))?)\\s*\\(([^)]+)\\)");
    private static final Pattern CHECK = Pattern.compile("(?i)\\bCHECK\\s*\\(");

    private RejectedRows() {}

    /** {@return the query, and what to do with the rows; null if no rows that were there were rejected} */
    static @Nullable String question(Kind kind, Concerned concerned, ServerErrorMessage server, @Nullable String sql) {
        if (!kind.rejectsRows() || (sql != null && WRITING.matcher(sql).matches())) {
            return null;
        }
        QualifiedName table = concerned.relation();
        if (table == null) {
            return definition(concerned, server) + "\n-- settle the rows that do not meet it in an earlier script";
        }
        String query = query(kind, concerned, server, Objects.requireNonNullElse(sql, ""));
        return "-- which rows are they?\n" + (query == null ? definition(concerned, server) : query)
                + "\n-- settle them in an earlier script, and only then add the constraint";
    }

    private static @Nullable String query(Kind kind, Concerned concerned, ServerErrorMessage server, String sql) {
        String table = String.valueOf(concerned.relation());
        Matcher key = KEY.matcher(Objects.requireNonNullElse(server.getDetail(), "") + " ");
        boolean known = key.find();
        return switch (kind) {
            case DUPLICATE_ROWS -> known ? doubled(table, key.group(1)) : null;
            case MISSING_VALUES -> missing(table, concerned.column());
            case MISSING_PARENTS -> known ? orphans(sql, table, key) : null;
            case UNMET_CHECK -> unmet(sql, table);
            default -> known ? "SELECT * FROM " + table + " ORDER BY " + key.group(1) + ";" : null;
        };
    }

    private static String doubled(String table, String columns) {
        return "SELECT " + columns + ", count(*) FROM " + table + " GROUP BY " + columns + " HAVING count(*) > 1;";
    }

    private static @Nullable String missing(String table, @Nullable String column) {
        return column == null ? null : "SELECT * FROM " + table + " WHERE " + QualifiedName.quote(column) + " IS NULL;";
    }

    private static String orphans(String sql, String table, Matcher key) {
        String[] own = key.group(1).split(", ");
        Matcher parent = PARENT.matcher(sql);
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

    private static @Nullable String unmet(String sql, String table) {
        Matcher check = CHECK.matcher(sql);
        if (!check.find() || check.find()) {
            return null;
        }
        check.reset();
        return check.find() ? "SELECT * FROM " + table + " WHERE NOT " + enclosed(sql, check.end() - 1) + ";" : null;
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
    private static String definition(Concerned concerned, ServerErrorMessage server) {
        String constraint = concerned.constraint();
        return constraint == null
                ? "-- the server says: "
                        + String.valueOf(server.getMessage())
                                .lines()
                                .findFirst()
                                .orElse("")
                : "SELECT conrelid::regclass, pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = '"
                        + constraint.replace("'", "''") + "';";
    }
}
