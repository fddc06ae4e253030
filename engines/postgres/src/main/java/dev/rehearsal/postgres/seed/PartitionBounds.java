package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.Restriction;
import dev.rehearsal.seeding.SeedTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the partitions of a table lie.
 *
 * @param partitions how many take rows; 0 for a table that is not partitioned
 * @param ranges per column, the ranges of its partitions: lower and upper bound, an empty one for none
 * @param lists per column, the values of its partitions
 * @param open whether one of them takes what the others do not
 * @param conditions hold for rows that have a partition and fulfil its own CHECKs; none for a table without partitions
 */
record PartitionBounds(
        int partitions,
        Map<String, List<List<String>>> ranges,
        Map<String, List<String>> lists,
        boolean open,
        List<String> conditions) {
    static final PartitionBounds NONE = new PartitionBounds(0, Map.of(), Map.of(), false, List.of());

    private static final String TREE = """
            SELECT pg_get_expr(c.relpartbound, c.oid), pg_get_partition_constraintdef(c.oid), t.isleaf,
              (SELECT a.attname FROM pg_partitioned_table k
               JOIN pg_attribute a ON a.attrelid = k.partrelid AND a.attnum = k.partattrs[0]
               WHERE k.partrelid = t.parentrelid),
              (SELECT string_agg('(' || pg_get_expr(o.conbin, o.conrelid) || ')', ' AND ' ORDER BY o.conname)
               FROM pg_constraint o WHERE o.conrelid = t.relid AND o.contype = 'c' AND o.coninhcount = 0)
            FROM pg_partition_tree(%1$d) t JOIN pg_class c ON c.oid = t.relid
            WHERE t.level > 0 AND (%2$d = 0 OR t.relid IN (SELECT relid FROM pg_partition_ancestors(%2$d)))
            ORDER BY t.level, c.relname""";

    private static final Pattern RANGE = Pattern.compile("FROM \\((.*)\\) TO \\((.*)\\)$");
    private static final Pattern LIST = Pattern.compile("FOR VALUES IN \\((.*)\\)$");
    private static final Pattern ITEM = Pattern.compile("'((?:[^']|'')*)'|([^,\\s]+)");

    /** {@return where all partitions of a table lie, or where one does} */
    static PartitionBounds of(Connection connection, SeedTable table, long partition) throws SQLException {
        if (!table.partitioned()) {
            return NONE;
        }
        Map<String, List<List<String>>> ranges = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        List<String> leaves = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        boolean open = false;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TREE.formatted(table.id(), partition))) {
            while (row.next()) {
                String constraint = row.getString(2) == null ? "true" : "(" + row.getString(2) + ")";
                if (row.getBoolean(3)) {
                    leaves.add(constraint);
                }
                String checks = row.getString(5);
                if (checks != null) {
                    conditions.add("(" + constraint + " IS NOT TRUE OR (" + checks + ") IS NOT FALSE)");
                }
                open |= row.getString(1).equals("DEFAULT");
                collect(row.getString(1), row.getString(4), ranges, lists);
            }
        }
        conditions.add("(" + String.join(" OR ", leaves) + ")");
        return new PartitionBounds(leaves.size(), ranges, lists, open, conditions);
    }

    private static void collect(
            String bound,
            @Nullable String column,
            Map<String, List<List<String>>> ranges,
            Map<String, List<String>> lists) {
        Matcher range = RANGE.matcher(bound);
        Matcher list = LIST.matcher(bound);
        if (column != null && range.find()) {
            ranges.computeIfAbsent(column, name -> new ArrayList<>())
                    .add(List.of(first(range.group(1)), first(range.group(2))));
        } else if (column != null && list.find()) {
            lists.computeIfAbsent(column, name -> new ArrayList<>()).addAll(items(list.group(1)));
        }
    }

    /** Adds what the bounds demand. Ranges become one from the lowest to the highest; gaps are left to trial. */
    void limit(Map<String, Restriction> limits) {
        lists.forEach((column, values) -> {
            List<String> real = values.stream()
                    .filter(value -> !value.equals("NULL"))
                    .distinct()
                    .toList();
            if (!real.isEmpty()) {
                Restriction limit = limits.computeIfAbsent(column, name -> new Restriction());
                limit.oneOf(real);
                if (open) {
                    limit.open();
                }
            }
        });
        ranges.forEach((column, bounds) -> {
            Restriction limit = limits.computeIfAbsent(column, name -> new Restriction());
            edge(bounds, 0).ifPresent(lower -> limit.atLeast(lower, false));
            edge(bounds, 1).ifPresent(upper -> limit.atMost(upper, true));
            limit.touched();
            if (open) {
                limit.open();
            }
        });
    }

    private static Optional<String> edge(List<List<String>> bounds, int side) {
        List<String> values = bounds.stream().map(bound -> bound.get(side)).toList();
        if (values.contains("")) {
            return Optional.empty();
        }
        return values.stream().reduce((a, b) -> (Restriction.compare(a, b) < 0) == (side == 0) ? a : b);
    }

    private static String first(String items) {
        List<String> found = items(items);
        return found.isEmpty()
                        || found.get(0).equals("MINVALUE")
                        || found.get(0).equals("MAXVALUE")
                ? ""
                : found.get(0);
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
