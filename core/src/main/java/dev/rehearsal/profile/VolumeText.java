package dev.rehearsal.profile;

import dev.rehearsal.volume.ColumnVolume;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a volume file from statistics. What is not known is {@code null} with the reason behind it, never a guess.
 *
 * @param origin whence, and when: the first lines, one sentence each
 * @param scale what production's rows are multiplied by for the rows to seed
 */
public record VolumeText(List<String> origin, double scale) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");
    private static final Pattern MEANINGFUL = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");
    /** YAML ends a line, and with it a comment, at more than the ASCII line breaks, and refuses other such characters. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");

    private static final MathContext DIGITS = new MathContext(6);

    public VolumeText {
        origin = List.copyOf(origin);
    }

    /**
     * {@return the text of the file}
     *
     * @param tables what is known of them
     */
    public String of(List<TableStatistics> tables) {
        StringBuilder text = new StringBuilder();
        origin.forEach(line -> text.append("# ").append(oneLine(line)).append('\n'));
        text.append("\ntables:").append(tables.isEmpty() ? " {}" : "").append('\n');
        tables.forEach(table -> table(text, table));
        text.append(
                "\n# How many rows there are in production: severities and predictions refer to these.\nproduction:");
        text.append(tables.isEmpty() ? " {}" : "").append('\n');
        for (TableStatistics table : tables) {
            text.append("  ").append(key(table.table().toString())).append(": ").append(table.rows());
            text.append(table.rows() == null ? remark(table.remark()) : "").append('\n');
        }
        return text.toString();
    }

    /**
     * {@return how many rows the tables are to be filled with in all}
     *
     * @param tables what is known of them
     */
    public long rows(List<TableStatistics> tables) {
        return tables.stream()
                .map(TableStatistics::rows)
                .filter(Objects::nonNull)
                .mapToLong(this::scaled)
                .sum();
    }

    private void table(StringBuilder text, TableStatistics table) {
        Long rows = table.rows();
        text.append("  ").append(key(table.table().toString())).append(':');
        if (rows == null) {
            text.append(" null").append(remark(table.remark())).append('\n');
            return;
        }
        text.append(remark(table.remark()))
                .append("\n    rows: ")
                .append(scaled(rows))
                .append('\n');
        List<ColumnStatistics> told = table.columns().stream()
                .filter(column -> !column.remark().isEmpty() || !column.volume().equals(ColumnVolume.UNSAID))
                .toList();
        text.append(told.isEmpty() ? "" : "    columns:\n");
        told.forEach(column -> text.append("      ")
                .append(key(column.name()))
                .append(": ")
                .append(said(column.volume()))
                .append(remark(column.remark()))
                .append('\n'));
    }

    /** A table that has rows keeps one, however small the scale. */
    private long scaled(long rows) {
        return rows == 0 ? 0 : Math.max(1, Math.round(rows * scale));
    }

    private static String said(ColumnVolume volume) {
        List<String> parts = new ArrayList<>();
        if (!volume.values().isEmpty()) {
            parts.add("values: " + weights(volume.values()));
        }
        if (!volume.range().isEmpty()) {
            parts.add("range: ["
                    + volume.range().stream().map(VolumeText::quoted).collect(Collectors.joining(", ")) + "]");
        }
        if (volume.nulls() != null) {
            parts.add("nulls: " + number(volume.nulls()));
        }
        if (volume.distinct() != null) {
            parts.add("distinct: " + volume.distinct());
        }
        if (volume.skew() != null) {
            parts.add("skew: " + number(volume.skew()));
        }
        if (volume.width() != null) {
            parts.add("width: " + volume.width());
        }
        if (volume.correlation() != null) {
            parts.add("correlation: " + number(volume.correlation()));
        }
        return parts.isEmpty() ? "null" : "{ " + String.join(", ", parts) + " }";
    }

    private static String weights(Map<String, Double> values) {
        return values.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ": " + number(entry.getValue()))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String number(double number) {
        BigDecimal exact = new BigDecimal(number, DIGITS).stripTrailingZeros();
        return exact.signum() == 0 ? "0" : exact.toPlainString();
    }

    private static String remark(String remark) {
        return remark.isEmpty() ? "" : "  # " + oneLine(remark);
    }

    private static String oneLine(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ");
    }

    private static String key(String name) {
        return PLAIN.matcher(name).matches() && !MEANINGFUL.matcher(name).matches() ? name : quoted(name);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (UNPRINTABLE.matcher(Character.toString(c)).matches()) {
                quoted.append(String.format(Character.isBmpCodePoint(c) ? "\\u%04x" : "\\U%08x", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
