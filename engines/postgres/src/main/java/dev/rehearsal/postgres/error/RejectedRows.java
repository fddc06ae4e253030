package dev.rehearsal.postgres.error;

import dev.rehearsal.migration.Fault.Concerned;
import dev.rehearsal.migration.Fault.Kind;
import dev.rehearsal.postgres.error.RefusalText.Key;
import dev.rehearsal.postgres.error.RefusalText.Parent;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** The query that finds the rows which a constraint has rejected, made of the server's fields and of the statement. */
public final class RejectedRows {
    /** What the migration itself writes is not what was there. */
    private static final Pattern WRITING =
            Pattern.compile("(?is)\\s*(--[^\\n]*\\n\\s*)*(INSERT|UPDATE|DELETE|MERGE|COPY|WITH)\\b.*");

    private RejectedRows() {}

    /** {@return the query, and what to do with the rows; null if no rows that were there were rejected} */
    static @Nullable String question(Kind kind, Concerned concerned, ServerErrorMessage server, @Nullable String sql) {
        if (kind == Kind.UNFIT_VALUE) {
            return TypeChange.of(Objects.requireNonNullElse(sql, ""))
                    .map(TypeChange::question)
                    .orElse(null);
        }
        if (!kind.rejectsRows() || (sql != null && WRITING.matcher(sql).matches())) {
            return null;
        }
        QualifiedName table = concerned.relation();
        if (table == null) {
            return definition(concerned, server) + "\n-- settle the rows that do not meet it in an earlier script";
        }
        if (kind == Kind.MISSING_VALUES && adds(concerned.column(), Objects.requireNonNullElse(sql, ""))) {
            return "-- a new column has no value in any row that is there: are there any?\n" + count(table)
                    + "\n-- add it with a DEFAULT, or without NOT NULL, which follows once it is filled";
        }
        String query = query(kind, concerned, server, Objects.requireNonNullElse(sql, ""));
        return "-- which rows are they?\n" + (query == null ? definition(concerned, server) : query)
                + "\n-- settle them in an earlier script, and only then add the constraint";
    }

    /** {@return what can be asked for where the statement is about something that the script itself makes} */
    static String anyAtAll(QualifiedName table) {
        return "-- what it looks at is made by this script, so that production cannot be asked for it: are there any rows?\n"
                + count(table) + "\n-- let the script give each of them what is asked for before this statement";
    }

    private static String count(QualifiedName table) {
        return "SELECT count(*) FROM " + table + ";";
    }

    /** {@return what would have to be assumed for such rows not to be made; null if that is not known} */
    static @Nullable String assumption(
            Kind kind, Concerned concerned, @Nullable String detail, @Nullable String statement) {
        QualifiedName table = concerned.relation();
        String sql = Objects.requireNonNullElse(statement, "");
        Key key = RefusalText.key(detail).orElse(null);
        String constraint = switch (kind) {
            case DUPLICATE_ROWS -> key == null ? null : "UNIQUE (" + key.columns() + ")" + ofSome(sql);
            case MISSING_VALUES ->
                concerned.column() == null || adds(concerned.column(), sql)
                        ? null
                        : "NOT NULL (" + SqlNames.display(concerned.column()) + ")";
            case UNMET_CHECK ->
                RefusalText.check(sql)
                        .map(check -> "CHECK " + check.replaceAll("\\s+", " "))
                        .orElse(null);
            case MISSING_PARENTS -> key == null ? null : reference(key.columns(), RefusalText.parents(sql));
            default -> null;
        };
        return table == null || constraint == null ? null : constraint + " on " + table;
    }

    private static String ofSome(String sql) {
        return (RefusalText.equalNulls(sql) ? " NULLS NOT DISTINCT" : "")
                + RefusalText.condition(sql)
                        .map(condition -> " WHERE " + condition.replaceAll("\\s+", " "))
                        .orElse("");
    }

    private static @Nullable String reference(String own, List<Parent> parents) {
        if (parents.size() != 1) {
            return null;
        }
        Parent parent = parents.get(0);
        String theirs = parent.columns().isEmpty() ? "" : " (" + String.join(", ", parent.columns()) + ")";
        return "(" + own + ") REFERENCES " + parent.table() + theirs;
    }

    /**
     * {@return whether a statement adds a column, which no row has had before}
     *
     * @param column its name
     * @param sql the statement
     */
    public static boolean adds(@Nullable String column, String sql) {
        return column != null
                && Pattern.compile(
                                "\\bADD\\s+(COLUMN\\s+)?(IF\\s+NOT\\s+EXISTS\\s+)?\"?"
                                        + Pattern.quote(column.replace("\"", "\"\"")) + "\"?\\s",
                                Pattern.CASE_INSENSITIVE)
                        .matcher(sql)
                        .find();
    }

    private static @Nullable String query(Kind kind, Concerned concerned, ServerErrorMessage server, String sql) {
        String table = String.valueOf(concerned.relation());
        Key key = RefusalText.key(server.getDetail()).orElse(null);
        return switch (kind) {
            case DUPLICATE_ROWS -> key == null ? null : doubled(table, key.columns(), sql);
            case MISSING_VALUES -> missing(table, concerned.column());
            case MISSING_PARENTS -> key == null ? null : orphans(sql, table, key);
            case UNMET_CHECK ->
                RefusalText.check(sql)
                        .map(check -> "SELECT * FROM " + table + " WHERE NOT " + check + ";")
                        .orElse(null);
            default -> key == null ? null : "SELECT * FROM " + table + " ORDER BY " + key.columns() + ";";
        };
    }

    /** NULLs are not equal, unless the statement says so; and an index may be of some rows only. */
    private static String doubled(String table, String columns, String sql) {
        String some = RefusalText.condition(sql)
                .map(condition -> "(" + condition + ")")
                .orElse("");
        String whole = RefusalText.equalNulls(sql) ? "" : "num_nulls(" + columns + ") = 0";
        String where = Stream.of(some, whole).filter(part -> !part.isEmpty()).collect(Collectors.joining(" AND "));
        return "SELECT " + columns + ", count(*) FROM " + table + (where.isEmpty() ? "" : " WHERE " + where)
                + " GROUP BY " + columns + " HAVING count(*) > 1;";
    }

    private static @Nullable String missing(String table, @Nullable String column) {
        return column == null ? null : "SELECT * FROM " + table + " WHERE " + SqlNames.quote(column) + " IS NULL;";
    }

    private static String orphans(String sql, String table, Key key) {
        List<String> own = RefusalText.list(key.columns());
        return RefusalText.parents(sql).stream()
                .filter(parent -> !parent.columns().isEmpty())
                .findFirst()
                .map(parent -> "SELECT child.* FROM " + table + " AS child WHERE " + RefusalText.present(own)
                        + "\n  AND " + RefusalText.absent(own, parent.table(), parent.columns()) + ";")
                .orElseGet(() -> "SELECT * FROM " + table + " WHERE concat_ws(', ', " + key.columns() + ") = '"
                        + key.values().replace("'", "''") + "'; -- one of them");
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
