package dev.rehearsal.postgres.removal;

import dev.rehearsal.migration.Fault;
import dev.rehearsal.migration.RunFailure;
import dev.rehearsal.postgres.error.RefusalText;
import dev.rehearsal.postgres.error.RefusalText.Key;
import dev.rehearsal.postgres.error.RefusalText.Parent;
import dev.rehearsal.postgres.error.RejectedRows;
import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.schema.QualifiedName;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a statement was refused for, as a condition; read from what the error concerns, from the key in its detail
 * ({@code errdetail} in PostgreSQL's source), and from the statement.
 *
 * @param table their table, with its schema
 * @param condition holds for them, where rows are called {@code child}
 */
record Rejection(String table, String condition) {
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
        Key key = RefusalText.key(fault.detail()).orElse(null);
        return switch (fault.kind()) {
            case DUPLICATE_ROWS ->
                key == null || RefusalText.isPartial(sql) ? null : duplicates(table, key, fault.question() == null);
            case MISSING_VALUES ->
                RejectedRows.adds(fault.concerned().column(), sql)
                        ? new Rejection(table, "true")
                        : nulls(table, fault.concerned().column());
            case MISSING_PARENTS -> key == null ? null : of(table, orphans(sql, key, primaryKey));
            case UNMET_CHECK ->
                of(table, RefusalText.check(sql).map(check -> "NOT " + check).orElse(null));
            default -> null;
        };
    }

    private static @Nullable Rejection of(String table, @Nullable String condition) {
        return condition == null ? null : new Rejection(table, condition);
    }

    /** An index that cannot be built keeps the first row of each key; a row that stands in the way of what is written goes. */
    private static Rejection duplicates(String table, Key key, boolean writing) {
        String columns = key.columns();
        if (writing) {
            return new Rejection(table, "concat_ws(', ', " + columns + ") = " + literal(key.values()));
        }
        return new Rejection(
                table,
                "(child.tableoid, child.ctid) IN (SELECT part, place FROM (SELECT tableoid AS part, ctid AS place,"
                        + " row_number() OVER (PARTITION BY " + columns + " ORDER BY tableoid, ctid) AS nth FROM "
                        + table + " WHERE num_nulls(" + columns + ") = 0) AS numbered WHERE nth > 1)");
    }

    private static @Nullable Rejection nulls(String table, @Nullable String column) {
        return column == null ? null : new Rejection(table, "child." + SqlNames.quote(column) + " IS NULL");
    }

    /** {@return the condition that a row refers to none; null if the statement does not name the other table, or several} */
    private static @Nullable String orphans(String sql, Key key, Function<String, List<String>> primaryKey) {
        List<Parent> parents = RefusalText.parents(sql);
        if (parents.size() != 1) {
            return null;
        }
        Parent parent = parents.get(0);
        List<String> own = RefusalText.list(key.columns());
        List<String> theirs = parent.columns().isEmpty() ? primaryKey.apply(parent.table()) : parent.columns();
        return theirs.size() == own.size()
                ? RefusalText.present(own) + " AND " + RefusalText.absent(own, parent.table(), theirs)
                : null;
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
