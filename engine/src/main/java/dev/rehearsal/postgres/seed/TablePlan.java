package dev.rehearsal.postgres.seed;

import dev.rehearsal.schema.QualifiedName;
import java.util.List;
import java.util.Map;

/**
 * How a table, or some columns of it, are filled: pieces of SQL that are put together in the way that is tried.
 *
 * @param task what is filled
 * @param rows how many rows there is room for
 * @param draws numbers that are drawn, by name
 * @param values the value of each column, by name
 * @param joins joins that look keys up
 * @param conditions what every row must fulfil
 */
record TablePlan(
        Task task,
        long rows,
        Map<String, String> draws,
        Map<String, String> values,
        List<String> joins,
        List<String> conditions) {
    private static final int ATTEMPTS = 300;

    String insert(long from, long to) {
        String source =
                "(SELECT \"#\" FROM generate_series(" + from + "::bigint, " + to + "::bigint) AS g(\"#\")) AS s";
        String names = Sql.names(List.copyOf(values.keySet()));
        String end = task.way().skip() ? " ON CONFLICT DO NOTHING" : "";
        if (values.isEmpty()) {
            return "INSERT INTO " + task.table().name().quoted() + " SELECT FROM " + source;
        }
        return "INSERT INTO " + task.table().name().quoted() + " (" + names + ") OVERRIDING SYSTEM VALUE "
                + select(source, "") + end;
    }

    /** Only for rows that are there already, known by their place. */
    String update(String order) {
        String table = task.table().name().quoted();
        String source = "(SELECT row_number() OVER (ORDER BY " + order + ") AS \"#\", x.tableoid AS \"rehearsal oid\","
                + " x.ctid AS \"rehearsal place\", x.* FROM " + (task.table().partitioned() ? "" : "ONLY ") + table
                + " x) AS s";
        StringBuilder set = new StringBuilder();
        values.keySet()
                .forEach(column -> set.append(set.isEmpty() ? "" : ", ")
                        .append(QualifiedName.quote(column))
                        .append(" = v.")
                        .append(QualifiedName.quote(column)));
        return "UPDATE " + (task.table().partitioned() ? "" : "ONLY ") + table + " t SET " + set + " FROM ("
                + select(source, "\"rehearsal oid\", \"rehearsal place\", ")
                + ") v WHERE t.ctid = v.\"rehearsal place\" AND t.tableoid = v.\"rehearsal oid\"";
    }

    private String select(String source, String extra) {
        String names = Sql.names(List.copyOf(values.keySet()));
        if (!task.way().trial()) {
            String drawn = "SELECT " + number() + "s.*" + drawn("s.\"#\"") + " FROM " + source + " OFFSET 0";
            return "SELECT " + (extra.isEmpty() ? "" : "d.\"rehearsal oid\", d.\"rehearsal place\", ") + valued()
                    + " FROM (" + drawn + ") AS d" + String.join("", joins);
        }
        String drawn = "SELECT " + number() + "s.*" + drawn("(s.\"#\" + t.k * 1099511627776)")
                + " FROM generate_series(0::bigint, " + ATTEMPTS + "::bigint) AS t(k) OFFSET 0";
        String candidate = "SELECT " + valued() + " FROM (" + drawn + ") AS d" + String.join("", joins);
        return "SELECT " + (extra.isEmpty() ? "" : "s.\"rehearsal oid\", s.\"rehearsal place\", ")
                + Sql.names("c", List.copyOf(values.keySet())) + " FROM " + source + " CROSS JOIN LATERAL (SELECT "
                + names + " FROM ("
                + generated(candidate) + ") AS candidate" + where() + " LIMIT 1) AS c";
    }

    /** An own expression may speak of n; a column of that name, in rows that are there already, comes first. */
    private String number() {
        return task.update() && task.table().column("n").isPresent() ? "" : "s.\"#\" AS n, ";
    }

    private String generated(String candidate) {
        StringBuilder columns = new StringBuilder();
        for (Column column : task.table().columns()) {
            if (column.generated() != null) {
                columns.append(", (")
                        .append(column.generated())
                        .append(") AS ")
                        .append(QualifiedName.quote(column.name()));
            }
        }
        return columns.isEmpty() ? candidate : "SELECT *" + columns + " FROM (" + candidate + ") AS made";
    }

    private String where() {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private String drawn(String row) {
        StringBuilder text = new StringBuilder();
        draws.forEach((name, draw) -> text.append(", ")
                .append(draw.replace(Draw.ROW, row))
                .append(" AS \"")
                .append(name)
                .append('"'));
        return text.toString();
    }

    private String valued() {
        StringBuilder text = new StringBuilder();
        values.forEach((column, value) -> text.append(text.isEmpty() ? "" : ", ")
                .append(value)
                .append(" AS ")
                .append(QualifiedName.quote(column)));
        return text.toString();
    }
}
