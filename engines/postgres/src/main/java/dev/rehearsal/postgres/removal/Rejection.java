package dev.rehearsal.postgres.removal;

import dev.rehearsal.migration.RunFailure;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a statement was refused for, as a condition; read from the server's words, which are those of
 * {@code errmsg} and {@code errdetail} in PostgreSQL's source, and from the statement.
 *
 * @param table their table, as the statement or the server names it
 * @param condition holds for them, where rows are called {@code child}
 */
record Rejection(String table, String condition) {
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\w$]+)";
    private static final String QUALIFIED = "(" + NAME + "(?:\\s*\\.\\s*" + NAME + ")?)";
    private static final Pattern ALTERED =
            Pattern.compile("(?is)\\bALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?:ONLY\\s+)?" + QUALIFIED);
    private static final Pattern INDEXED =
            Pattern.compile("(?is)\\bON\\s+(?:ONLY\\s+)?" + QUALIFIED + "\\s*(?:USING|\\()");
    private static final Pattern WRITTEN =
            Pattern.compile("(?is)\\b(?:INSERT\\s+INTO|UPDATE|COPY)\\s+(?:ONLY\\s+)?" + QUALIFIED);
    private static final Pattern KEY = Pattern.compile("(?s)Key \\((.+?)\\)=\\((.*?)\\) (is|already|conflicts)\\b");
    private static final Pattern COLUMN = Pattern.compile("column \"([^\"]+)\"");
    private static final Pattern CHECK = Pattern.compile("(?i)\\bCHECK\\s*\\(");

    /**
     * {@return the rows that a failure is about; null if it does not tell}
     *
     * @param failure any
     * @param primaryKey the columns of a table's primary key
     */
    static @Nullable Rejection of(RunFailure failure, Function<String, List<String>> primaryKey) {
        String sql = failure.sql() == null ? "" : failure.sql();
        String state = failure.sqlState() == null ? "" : failure.sqlState();
        String table = table(sql);
        Matcher key = KEY.matcher(failure.detail() == null ? "" : failure.detail());
        if (table == null) {
            return null;
        }
        return switch (state) {
            case "23505" -> key.find() ? duplicates(table, key) : null;
            case "23502" -> nulls(table, failure.message());
            case "23503" -> key.find() ? of(table, Orphans.condition(sql, key.group(1), primaryKey)) : null;
            case "23514" -> unmet(table, sql);
            default -> null;
        };
    }

    private static @Nullable Rejection of(String table, @Nullable String condition) {
        return condition == null ? null : new Rejection(table, condition);
    }

    private static @Nullable String table(String sql) {
        for (Pattern pattern : new Pattern[] {ALTERED, INDEXED, WRITTEN}) {
            Matcher matcher = pattern.matcher(sql);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    /** An index that cannot be built keeps the first row of each key; a row that stands in another's way goes. */
    private static Rejection duplicates(String table, Matcher key) {
        String columns = key.group(1);
        if (key.group(3).equals("already")) {
            return new Rejection(table, "concat_ws(', ', " + columns + ") = " + literal(key.group(2)));
        }
        return new Rejection(
                table,
                "(child.tableoid, child.ctid) IN (SELECT part, place FROM (SELECT tableoid AS part, ctid AS place,"
                        + " row_number() OVER (PARTITION BY " + columns + " ORDER BY tableoid, ctid) AS nth FROM "
                        + table + ") AS numbered WHERE nth > 1)");
    }

    private static @Nullable Rejection nulls(String table, String message) {
        Matcher column = COLUMN.matcher(message);
        return column.find() ? new Rejection(table, "\"" + column.group(1).replace("\"", "\"\"") + "\" IS NULL") : null;
    }

    /** Of two CHECKs in one statement it is not known which one it was. */
    private static @Nullable Rejection unmet(String table, String sql) {
        Matcher check = CHECK.matcher(sql);
        if (!check.find()) {
            return null;
        }
        int open = check.end() - 1;
        return check.find() ? null : new Rejection(table, "NOT " + enclosed(sql, open));
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

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
