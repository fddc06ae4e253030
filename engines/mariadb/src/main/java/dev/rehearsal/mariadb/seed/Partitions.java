package dev.rehearsal.mariadb.seed;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.EmptyPartitions;
import dev.rehearsal.seeding.Restriction;
import dev.rehearsal.seeding.SeedTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The partitions of a table, in their order.
 *
 * @param table whose
 * @param all the partitions; none of a table without
 */
record Partitions(SeedTable table, List<One> all) {
    private static final String READ = "SELECT PARTITION_NAME, MIN(PARTITION_METHOD), MIN(PARTITION_EXPRESSION),"
            + " MIN(PARTITION_DESCRIPTION), MIN(PARTITION_ORDINAL_POSITION) FROM information_schema.PARTITIONS"
            + " WHERE PARTITION_NAME IS NOT NULL AND TABLE_SCHEMA = %s AND TABLE_NAME = %s GROUP BY 1 ORDER BY 5";
    private static final Pattern COLUMN = Pattern.compile("`((?:[^`]|``)+)`");
    private static final Pattern OF_COLUMN = Pattern.compile("(?i)(year|to_days|unix_timestamp)\\(`((?:[^`]|``)+)`\\)");
    private static final Pattern ITEM = Pattern.compile("'((?:[^']|'')*)'|([^,\\s]+)");

    Partitions {
        all = List.copyOf(all);
    }

    /**
     * A partition.
     *
     * @param name its name
     * @param method {@code RANGE}, {@code LIST COLUMNS} and so on
     * @param expression of what it is by
     * @param values its upper bound, or its values; empty if it is by a hash
     */
    record One(String name, String method, String expression, String values) {
        boolean ranged() {
            return method.startsWith("RANGE");
        }

        boolean listed() {
            return method.startsWith("LIST");
        }

        /** What nobody expects, and none of it can be expected. */
        boolean open() {
            return values.contains("MAXVALUE") || values.equals("DEFAULT");
        }
    }

    static Partitions of(Connection connection, SeedTable table) throws SQLException {
        return new Partitions(
                table,
                table.partitioned()
                        ? Sql.list(
                                connection,
                                READ.formatted(
                                        Sql.literal(table.name().schema()),
                                        Sql.literal(table.name().name())),
                                row -> new One(
                                        row.getString(1),
                                        String.valueOf(row.getString(2)),
                                        String.valueOf(row.getString(3)),
                                        row.getString(4) == null ? "" : row.getString(4)))
                        : List.of());
    }

    /** {@return those that hold no row; they are known by their places, counted from 1} */
    EmptyPartitions empty(Connection connection) throws SQLException {
        Map<QualifiedName, Long> empty = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            One one = all.get(i);
            String sql = "SELECT EXISTS (SELECT 1 FROM " + Names.quoted(table.name()) + " PARTITION ("
                    + Names.quoted(one.name()) + "))";
            if (!one.open() && Sql.number(connection, sql) == 0) {
                empty.put(Names.relation(table.name().schema(), table.name().name() + "." + one.name()), i + 1L);
            }
        }
        return new EmptyPartitions(empty, all.size());
    }

    /** {@return what every row must fulfil for a partition to take it, or for the one of this place} */
    List<String> conditions(long only) {
        List<String> conditions = new ArrayList<>();
        if (all.isEmpty() || (!all.get(0).ranged() && !all.get(0).listed())) {
            return conditions;
        }
        One last = only > 0 ? all.get((int) only - 1) : all.get(all.size() - 1);
        if (last.ranged()) {
            if (!last.open()) {
                conditions.add("(" + last.expression() + ") < (" + last.values() + ")");
            }
            if (only > 1) {
                conditions.add("(" + last.expression() + ") >= ("
                        + all.get((int) only - 2).values() + ")");
            }
        } else if (all.stream().noneMatch(One::open) || only > 0) {
            List<String> values = (only > 0 ? List.of(last) : all)
                    .stream().map(One::values).filter(value -> !value.isEmpty()).toList();
            conditions.add("(" + last.expression() + ") IN (" + String.join(", ", values) + ")");
        }
        return conditions;
    }

    /** Adds what the partitions demand of a column that is plain to see; the rest is left to trial. */
    void limit(Map<String, Restriction> limits, long only) {
        if (all.isEmpty()) {
            return;
        }
        One first = all.get(0);
        Matcher column = COLUMN.matcher(first.expression());
        Matcher function = OF_COLUMN.matcher(first.expression());
        boolean plain = column.lookingAt();
        if (!plain && !function.matches()) {
            return;
        }
        String name = (plain ? column.group(1) : function.group(2)).replace("``", "`");
        Restriction limit = limits.computeIfAbsent(name, key -> new Restriction());
        String by = plain ? "" : function.group(1).toLowerCase(java.util.Locale.ROOT);
        if (first.ranged()) {
            range(limit, by, only);
        } else if (first.listed() && plain) {
            list(limit, only);
        }
    }

    private void range(Restriction limit, String by, long only) {
        One last = only > 0 ? all.get((int) only - 1) : all.get(all.size() - 1);
        String upper = last.open() ? null : bound(last, by);
        String lower = only > 1 ? bound(all.get((int) only - 2), by) : null;
        if (upper != null) {
            limit.atMost(upper, true);
        }
        if (lower != null) {
            limit.atLeast(lower, false);
        }
        limit.touched();
    }

    private void list(Restriction limit, long only) {
        List<String> values = new ArrayList<>();
        boolean open = false;
        for (One one : only > 0 ? List.of(all.get((int) only - 1)) : all) {
            open |= one.open();
            values.addAll(one.open() ? List.of() : items(one.values()));
        }
        values.removeIf(value -> value.equals("NULL"));
        boolean several = all.get(0).expression().contains(",");
        if (!values.isEmpty() && !several) {
            limit.oneOf(values);
        }
        if (open) {
            limit.open();
        }
        limit.touched();
    }

    private static @Nullable String bound(One one, String by) {
        List<String> items = items(one.values());
        String value = items.isEmpty() ? "" : items.get(0);
        boolean number = value.matches("\\d{1,10}");
        return switch (by) {
            case "" -> value.isEmpty() || value.equals("MAXVALUE") ? null : value;
            case "year" -> number ? String.format(java.util.Locale.ROOT, "%04d-01-01", Long.parseLong(value)) : null;
            // The server counts days from the year 0, and Java from 1970.
            case "to_days" ->
                number ? LocalDate.ofEpochDay(Long.parseLong(value) - 719_528).toString() : null;
            case "unix_timestamp" ->
                number ? LocalDate.ofEpochDay(Long.parseLong(value) / 86_400).toString() : null;
            default -> null;
        };
    }

    private static List<String> items(String text) {
        List<String> items = new ArrayList<>();
        Matcher matcher = ITEM.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            items.add(quoted != null ? quoted.replace("''", "'") : matcher.group(2));
        }
        return items;
    }
}
