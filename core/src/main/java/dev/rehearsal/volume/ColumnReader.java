package dev.rehearsal.volume;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a volume file says of one column. */
final class ColumnReader {
    static final List<String> KNOWN =
            List.of("values", "range", "pattern", "nulls", "distinct", "skew", "width", "correlation", "sql");

    private ColumnReader() {}

    static ColumnVolume read(YamlValues values, YamlNode node) {
        if (node.isNull()) {
            return ColumnVolume.UNSAID;
        }
        Map<String, YamlNode> entries = values.mapping(node, KNOWN, "key of a column");
        YamlNode nulls = entries.get("nulls");
        YamlNode distinct = entries.get("distinct");
        YamlNode skew = entries.get("skew");
        YamlNode width = entries.get("width");
        YamlNode correlation = entries.get("correlation");
        return new ColumnVolume(
                weights(values, entries.get("values")),
                range(values, entries.get("range")),
                text(values, entries.get("pattern")),
                nulls == null ? null : values.share(nulls),
                distinct == null ? null : distinct(values, distinct),
                skew == null ? null : values.number(skew),
                width == null ? null : positive(values, width),
                correlation == null ? null : values.part(correlation),
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
        if (isBelow(range.get(1), range.get(0))) {
            throw values.wrong(node, "the range ends below its beginning: write the smallest first");
        }
        return range;
    }

    private static DistinctCount distinct(YamlValues values, YamlNode node) {
        String text = values.text(node);
        if (!text.endsWith("%")) {
            return new DistinctCount(positive(values, node), false);
        }
        if (!text.matches("[0-9]+(\\.[0-9]+)?%")) {
            throw values.wrong(node, "a share of the rows is written 35%");
        }
        double share = Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
        if (share <= 0 || share > 1) {
            throw values.wrong(node, "a share of the rows lies above 0% and is at most 100%");
        }
        return new DistinctCount(share, true);
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

    /** Whether both are numbers, and in this order. */
    private static boolean isBelow(String one, String other) {
        String number = "-?[0-9]+(\\.[0-9]+)?";
        return one.matches(number)
                && other.matches(number)
                && new java.math.BigDecimal(one).compareTo(new java.math.BigDecimal(other)) < 0;
    }
}
