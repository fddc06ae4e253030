package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.KeyLookup;
import dev.rehearsal.seeding.Plan;
import dev.rehearsal.seeding.SeedColumn;
import dev.rehearsal.seeding.Task;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A plan as pieces of SQL that are put together in the way that is tried.
 *
 * @param plan the plan
 * @param draws numbers that are drawn, by name
 * @param values the value of each column, by name
 * @param joins joins that look keys up
 * @param conditions what every row must fulfil
 */
record TablePlan(
        Plan plan, Map<String, String> draws, Map<String, String> values, List<String> joins, List<String> conditions) {
    /** {@return the plan in SQL} */
    static TablePlan of(Plan plan, PartitionBounds bounds) {
        PostgresFormulas formulas = new PostgresFormulas(plan.first());
        Map<String, String> draws = new LinkedHashMap<>();
        plan.draws().forEach((unit, draw) -> draws.put("#" + unit, formulas.sql(draw)));
        Map<String, String> values = new LinkedHashMap<>();
        plan.values().forEach((column, value) -> values.put(column, formulas.sql(value)));
        return new TablePlan(
                plan,
                draws,
                values,
                plan.lookups().stream().map(lookup -> join(lookup, formulas)).toList(),
                Conditions.of(plan.task().table(), values.keySet(), bounds));
    }

    private static String join(KeyLookup lookup, PostgresFormulas formulas) {
        String keys = " LEFT JOIN " + lookup.table() + " AS ";
        String second = "m" + lookup.unit();
        if (lookup.shared().isEmpty()) {
            return keys + second + " ON " + second + ".i = " + formulas.sql(lookup.index());
        }
        String first = "c" + lookup.unit();
        Map<Integer, Formula> shared = new TreeMap<>(lookup.shared());
        String same = shared.entrySet().stream()
                .map(part -> first + ".k" + part.getKey() + " = " + formulas.sql(part.getValue()))
                .collect(Collectors.joining(" AND "));
        String group = shared.keySet().stream()
                .map(part -> second + ".k" + part + " = " + first + ".k" + part)
                .collect(Collectors.joining(" AND "));
        return keys + first + " ON " + same + " AND " + first + ".g = 0" + keys + second + " ON " + group + " AND "
                + second + ".g = " + formulas.sql(lookup.index()) + " % " + first + ".c";
    }

    Task task() {
        return plan.task();
    }

    long first() {
        return plan.first();
    }

    long rows() {
        return plan.rows();
    }

    /** {@return whether a row that no CHECK lets in is refused for its key, however often the rest of it is drawn} */
    boolean refusesByKey() {
        return task().way().trial()
                && Trial.of(this).stream()
                        .filter(trial -> !trial.conditions().isEmpty())
                        .allMatch(trial -> draws.entrySet().stream()
                                .filter(draw -> trial.draws(draw.getKey()))
                                .noneMatch(draw -> draw.getValue().contains(PostgresFormulas.ROW)));
    }

    String insert(long from, long to) {
        String source = numbers(from, to);
        String names = SeedSql.names(List.copyOf(values.keySet()));
        String end = task().way().skip() ? " ON CONFLICT DO NOTHING" : "";
        if (values.isEmpty()) {
            return "INSERT INTO " + SqlNames.quote(task().table().name()) + " SELECT FROM " + source;
        }
        return "INSERT INTO " + SqlNames.quote(task().table().name()) + " (" + names + ") OVERRIDING SYSTEM VALUE "
                + left(names, select(source, "")) + end;
    }

    /** {@return the insertion of one row, unless one with a key of its own is there} */
    String insertNew(long number) {
        String table = SqlNames.quote(task().table().name());
        String names = SeedSql.names(List.copyOf(values.keySet()));
        String others = task().table().uniqueKeys().stream()
                .filter(key -> key.exact() && !key.partial() && values.keySet().containsAll(key.columns()))
                .map(key -> key.columns().stream()
                        .map(column -> "x." + SqlNames.quote(column) + " = v." + SqlNames.quote(column) + "::"
                                + typeOf(column))
                        .collect(Collectors.joining(" AND ")))
                .map(equal -> "NOT EXISTS (SELECT FROM " + table + " AS x WHERE " + equal + ")")
                .collect(Collectors.joining(" AND "));
        String free = free(" AND ");
        return "INSERT INTO " + table + " (" + names + ") OVERRIDING SYSTEM VALUE SELECT " + names + " FROM ("
                + select(numbers(number, number), "") + ") AS v WHERE " + (others.isEmpty() ? "true" : others) + free;
    }

    /** {@return a query of the same rows, each value of the very type that its column has on the wire} */
    String typed(long from, long to) {
        String typed = values.keySet().stream()
                .map(column -> "v." + SqlNames.quote(column) + "::" + typeOf(column))
                .collect(Collectors.joining(", "));
        return "SELECT " + typed + " FROM (" + select(numbers(from, to), "") + ") AS v" + free(" WHERE ");
    }

    private String left(String names, String rows) {
        return plan.leaves() ? "SELECT " + names + " FROM (" + rows + ") AS v" + free(" WHERE ") : rows;
    }

    /** {@return a condition over v that leaves out the rows which scripts insert; empty if there are none} */
    private String free(String before) {
        PostgresFormulas formulas = new PostgresFormulas(first());
        String met = plan.left().stream()
                .map(key -> formulas.sql(key.met(column -> Formula.own("v." + SqlNames.quote(column)))))
                .collect(Collectors.joining(" OR "));
        return met.isEmpty() ? "" : before + "(" + met + ") IS NOT TRUE";
    }

    private static String numbers(long from, long to) {
        return "(SELECT generate_series(" + from + "::bigint, " + to + "::bigint) AS \"#\") AS s";
    }

    private String typeOf(String column) {
        return DataType.of(task().table().column(column).orElseThrow()).base().bare();
    }

    /** Only for rows that are there already, known by their place. */
    String update(String order) {
        String table = SqlNames.quote(task().table().name());
        String source = "(SELECT row_number() OVER (ORDER BY " + order + ") AS \"#\", x.tableoid AS \"rehearsal oid\","
                + " x.ctid AS \"rehearsal place\", x.* FROM " + (task().table().partitioned() ? "" : "ONLY ") + table
                + " x) AS s";
        StringBuilder set = new StringBuilder();
        values.keySet()
                .forEach(column -> set.append(set.isEmpty() ? "" : ", ")
                        .append(SqlNames.quote(column))
                        .append(" = v.")
                        .append(SqlNames.quote(column)));
        return "UPDATE " + (task().table().partitioned() ? "" : "ONLY ") + table + " t SET " + set + " FROM ("
                + select(source, "\"rehearsal oid\", \"rehearsal place\", ")
                + ") v WHERE t.ctid = v.\"rehearsal place\" AND t.tableoid = v.\"rehearsal oid\""
                + free(" AND ");
    }

    private String select(String source, String extra) {
        if (!task().way().trial()) {
            String drawn =
                    "SELECT " + number() + "s.*" + drawn("s.\"#\"", name -> true) + " FROM " + source + " OFFSET 0";
            return "SELECT " + (extra.isEmpty() ? "" : "d.\"rehearsal oid\", d.\"rehearsal place\", ")
                    + valued(values.keySet()) + " FROM (" + drawn + ") AS d" + String.join("", joins);
        }
        StringBuilder tried = new StringBuilder();
        Map<String, String> found = new HashMap<>();
        for (Trial trial : Trial.of(this)) {
            String alias = "c" + found.size() + "_";
            trial.columns().forEach(column -> found.put(column, alias + "." + SqlNames.quote(column)));
            tried.append(" CROSS JOIN LATERAL (")
                    .append(candidate(trial))
                    .append(") AS ")
                    .append(alias);
        }
        return "SELECT " + (extra.isEmpty() ? "" : "s.\"rehearsal oid\", s.\"rehearsal place\", ")
                + values.keySet().stream().map(found::get).collect(Collectors.joining(", ")) + " FROM " + source
                + tried;
    }

    private String candidate(Trial trial) {
        int attempts = trial.conditions().isEmpty() ? 0 : Trial.ATTEMPTS;
        String drawn = "SELECT " + number() + "s.*" + drawn("(s.\"#\" + t.k * 1099511627776)", trial::draws)
                + " FROM generate_series(0::bigint, " + attempts + "::bigint) AS t(k) OFFSET 0";
        String made = "SELECT " + valued(trial.columns()) + " FROM (" + drawn + ") AS d"
                + joins.stream().filter(trial::joins).collect(Collectors.joining());
        String where = trial.conditions().isEmpty() ? "" : " WHERE " + String.join(" AND ", trial.conditions());
        return "SELECT " + SeedSql.names(List.copyOf(trial.columns())) + " FROM (" + generated(made, trial)
                + ") AS candidate" + where + " LIMIT 1";
    }

    /** An own expression may speak of n; a column of that name, in rows that are there already, comes first. */
    private String number() {
        return task().update() && task().table().column("n").isPresent() ? "" : "s.\"#\" AS n, ";
    }

    private String generated(String candidate, Trial trial) {
        StringBuilder columns = new StringBuilder();
        for (SeedColumn column : task().table().columns()) {
            String expression = column.generated();
            if (expression != null && trial.speaksOf(column.name())) {
                columns.append(", (").append(expression).append(") AS ").append(SqlNames.quote(column.name()));
            }
        }
        return columns.isEmpty() ? candidate : "SELECT *" + columns + " FROM (" + candidate + ") AS made";
    }

    private String drawn(String row, Predicate<String> wanted) {
        return draws.entrySet().stream()
                .filter(draw -> wanted.test(draw.getKey()))
                .map(draw -> ", " + draw.getValue().replace(PostgresFormulas.ROW, row) + " AS \"" + draw.getKey() + '"')
                .collect(Collectors.joining());
    }

    /** A bare NULL inside a query is a text. */
    private String value(String column) {
        String value = values.getOrDefault(column, "NULL");
        return value.equals("NULL") ? "NULL::" + typeOf(column) : value;
    }

    private String valued(Set<String> columns) {
        return columns.stream()
                .map(column -> value(column) + " AS " + SqlNames.quote(column))
                .collect(Collectors.joining(", "));
    }
}
