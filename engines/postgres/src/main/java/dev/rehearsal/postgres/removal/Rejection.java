package dev.rehearsal.postgres.removal;

import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.schema.QualifiedName;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a statement was refused for, as a condition; read from what the error concerns, from the key in its detail
 * ({@code errdetail} in PostgreSQL's source), and from the statement.
 *
 * @param table their table, with its schema
 * @param condition holds for them, where rows are called {@code child}
 */
record Rejection(String table, String condition) {
    private static final Pattern KEY = Pattern.compile("(?s)Key \\((.+?)\\)=\\((.*?)\\) (is|already|conflicts)\\b");
    /** Of such an index it is not known which rows it holds, or which are equal. */
    private static final Pattern PARTIAL =
            Pattern.compile("(?is)\\bINDEX\\b.*\\)\\s*WHERE\\b|\\bNULLS\\s+NOT\\s+DISTINCT\\b");

    private static final Pattern CHECK = Pattern.compile("(?i)\\bCHECK\\s*\\(");

    /**
     * {@return the rows that a failure is about; null if it does not tell}
     *
     * @param failure any
     * @param primaryKey the columns of a table's primary key
     */
    static @Nullable Rejection of(RunFailure failure, Function<String, List<String>> primaryKey) {
        String sql = failure.sql() == null ? "" : failure.sql();
        Fault fault = failure.fault();
        QualifiedName relation = fault.concerned().relation();
        if (relation == null) {
            return null;
        }
        String table = relation.toString();
        Matcher key = KEY.matcher(fault.detail() == null ? "" : fault.detail());
        return switch (fault.kind()) {
            case DUPLICATE_ROWS -> key.find() && !PARTIAL.matcher(sql).find() ? duplicates(table, key) : null;
            case MISSING_VALUES -> nulls(table, fault.concerned().column());
            case MISSING_PARENTS -> key.find() ? of(table, Orphans.condition(sql, key.group(1), primaryKey)) : null;
            case UNMET_CHECK -> unmet(table, sql);
            default -> null;
        };
    }

    private static @Nullable Rejection of(String table, @Nullable String condition) {
        return condition == null ? null : new Rejection(table, condition);
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
                        + table + " WHERE num_nulls(" + columns + ") = 0) AS numbered WHERE nth > 1)");
    }

    private static @Nullable Rejection nulls(String table, @Nullable String column) {
        return column == null ? null : new Rejection(table, "child." + QualifiedName.quote(column) + " IS NULL");
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
