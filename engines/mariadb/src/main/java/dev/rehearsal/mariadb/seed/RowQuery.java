package dev.rehearsal.mariadb.seed;

import static java.util.stream.Collectors.joining;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.KeyLookup;
import dev.rehearsal.seeding.Plan;
import dev.rehearsal.seeding.SeedColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The query of a plan's rows. A candidate is a row that is made by one of several attempts, under its number and that of
 * the attempt.
 *
 * @param plan the plan
 * @param conditions what every row must fulfil
 */
record RowQuery(Plan plan, List<String> conditions) {
    /** Keeps the server from making the same draw again for each value that is made of it. */
    private static final String APART = " LIMIT 18446744073709551615";

    /** {@return a query of the rows with these numbers: their values alone} */
    String rows(long from, long to) {
        return "SELECT " + columns("v.") + " FROM (" + made(numbers(from, to), MariaDbFormulas.PLACE) + ") v"
                + without(" WHERE ");
    }

    /** {@return a query of the first attempt at each of some numbers that fulfils all conditions} */
    String found(String numbers, long firstAttempt, long lastAttempt) {
        String source = "(SELECT s.`#`, CAST(t.seq AS SIGNED) AS `#k` FROM " + numbers + " s JOIN "
                + sequence(firstAttempt, lastAttempt) + " t) s";
        String all = conditions.isEmpty()
                ? "TRUE"
                : conditions.stream().map(one -> "(" + one + ") IS NOT FALSE").collect(joining(" AND "));
        String fitting = "SELECT c.*, ROW_NUMBER() OVER (PARTITION BY `#` ORDER BY `#k`) AS `#first` FROM ("
                + generated(made(source, "(s.`#` + s.`#k` * 1099511627776)")) + ") c WHERE " + all;
        return "SELECT v.`#`, " + columns("v.") + " FROM (" + fitting + ") v WHERE v.`#first` = 1" + without(" AND ");
    }

    /** {@return a query of the values of all rows that there are, each under its key} */
    String changed(List<String> key) {
        String source = "(SELECT ROW_NUMBER() OVER (ORDER BY " + Sql.names("x.", key) + ") AS `#`, x.* FROM "
                + Names.quoted(plan.task().table().name()) + " x) s";
        String keys = key.stream()
                .map(column -> "d." + Names.quoted(column) + " AS " + Names.quoted("rehearsal " + column) + ", ")
                .collect(joining());
        return "SELECT " + keys + values() + " FROM (" + drawn(source, MariaDbFormulas.PLACE) + ") d" + joins();
    }

    /** {@return the columns with commas, each after a prefix} */
    String columns(String prefix) {
        return Sql.names(prefix, plan.values().keySet());
    }

    /** {@return what follows FROM to read these numbers} */
    String numbers(long from, long to) {
        return "(SELECT CAST(seq AS SIGNED) AS `#` FROM " + sequence(from, to) + ") s";
    }

    private String sequence(long from, long to) {
        return Names.quoted(plan.task().table().name().schema()) + ".seq_" + from + "_to_" + Math.max(from, to);
    }

    private String made(String source, String row) {
        String attempt = row.equals(MariaDbFormulas.PLACE) ? "" : ", d.`#k`";
        return "SELECT d.`#`" + attempt + ", " + values() + " FROM (" + drawn(source, row) + ") d" + joins();
    }

    /** An own expression may speak of n; a column of that name, in rows that are there already, comes first. */
    private String drawn(String source, String row) {
        boolean named = plan.task().update() && plan.task().table().column("n").isPresent();
        MariaDbFormulas formulas = new MariaDbFormulas(row, plan.first());
        String draws = plan.draws().entrySet().stream()
                .map(draw -> ", " + formulas.sql(draw.getValue()) + " AS `#" + draw.getKey() + "`")
                .collect(joining());
        return "SELECT " + (named ? "" : "s.`#` AS n, ") + "s.*" + draws + " FROM " + source + APART;
    }

    private String values() {
        MariaDbFormulas formulas = new MariaDbFormulas(MariaDbFormulas.PLACE, plan.first());
        return plan.values().entrySet().stream()
                .map(value -> formulas.sql(value.getValue()) + " AS " + Names.quoted(value.getKey()))
                .collect(joining(", "));
    }

    private String joins() {
        return plan.lookups().stream().map(this::join).collect(joining());
    }

    private String join(KeyLookup lookup) {
        MariaDbFormulas formulas = new MariaDbFormulas(MariaDbFormulas.PLACE, plan.first());
        String keys = " LEFT JOIN " + lookup.table() + " ";
        String second = "m" + lookup.unit();
        if (lookup.shared().isEmpty()) {
            return keys + second + " ON " + second + ".i = " + formulas.sql(lookup.index());
        }
        String first = "c" + lookup.unit();
        Map<Integer, Formula> shared = new TreeMap<>(lookup.shared());
        String same = shared.entrySet().stream()
                .map(part -> first + ".k" + part.getKey() + " = " + formulas.sql(part.getValue()))
                .collect(joining(" AND "));
        String group = shared.keySet().stream()
                .map(part -> second + ".k" + part + " = " + first + ".k" + part)
                .collect(joining(" AND "));
        return keys + first + " ON " + same + " AND " + first + ".g = 0" + keys + second + " ON " + group + " AND "
                + second + ".g = " + formulas.sql(lookup.index()) + " % " + first + ".c";
    }

    private String generated(String candidates) {
        StringBuilder columns = new StringBuilder();
        for (SeedColumn column : plan.task().table().columns()) {
            String expression = column.generated();
            boolean asked = expression != null
                    && conditions.stream().anyMatch(one -> one.contains(Names.quoted(column.name())));
            if (asked) {
                columns.append(", (").append(expression).append(") AS ").append(Names.quoted(column.name()));
            }
        }
        return columns.isEmpty() ? candidates : "SELECT made.*" + columns + " FROM (" + candidates + ") made";
    }

    /** A condition over v that leaves out the rows which scripts insert. */
    private String without(String before) {
        MariaDbFormulas formulas = new MariaDbFormulas(MariaDbFormulas.PLACE, plan.first());
        List<String> met = new ArrayList<>();
        plan.left().forEach(key -> met.add(formulas.sql(key.met(column -> Formula.own("v." + Names.quoted(column))))));
        return met.isEmpty() ? "" : before + "(" + String.join(" OR ", met) + ") IS NOT TRUE";
    }
}
