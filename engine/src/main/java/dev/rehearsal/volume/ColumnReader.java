package dev.rehearsal.volume;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a volume file says of one column. */
final class ColumnReader {
    private static final List<String> KNOWN = List.of("values", "range", "pattern", "nulls", "distinct", "skew", "sql");

    private ColumnReader() {}

    static ColumnVolume read(YamlValues values, YamlNode node) {
        Map<String, YamlNode> entries = values.mapping(node, KNOWN, "key of a column");
        YamlNode nulls = entries.get("nulls");
        YamlNode distinct = entries.get("distinct");
        YamlNode skew = entries.get("skew");
        return new ColumnVolume(
                weights(values, entries.get("values")),
                range(values, entries.get("range")),
                text(values, entries.get("pattern")),
                nulls == null ? null : values.share(nulls),
                distinct == null ? null : positive(values, distinct),
                skew == null ? null : values.number(skew),
                text(values, entries.get("sql")));
    }

    private static Map<String, Double> weights(YamlValues values, @Nullable YamlNode node) {
        Map<String, Double> weights = new LinkedHashMap<>();
        if (node != null && node.items() != null) {
            values.items(node).forEach(item -> weights.put(values.text(item), 1.0));
        } else if (node != null) {
            values.mapping(node).forEach((value, weight) -> weights.put(value, values.number(weight)));
        }
        if (node != null && weights.values().stream().mapToDouble(w -> w).sum() <= 0) {
            throw values.wrong(node, "at least one value needs a weight above 0");
        }
        return weights;
    }

    private static List<String> range(YamlValues values, @Nullable YamlNode node) {
        if (node == null) {
            return List.of();
        }
        List<String> range = values.items(node).stream().map(values::text).toList();
        if (range.size() != 2) {
            throw values.wrong(node, "a range is a list of two: smallest and largest");
        }
        return range;
    }

    private static long positive(YamlValues values, YamlNode node) {
        long number = values.whole(node);
        if (number < 1) {
            throw values.wrong(node, "at least 1 is expected");
        }
        return number;
    }

    private static @Nullable String text(YamlValues values, @Nullable YamlNode node) {
        return node == null ? null : values.text(node);
    }
}
