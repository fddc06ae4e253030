package dev.rehearsal.mariadb.seed;

import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.seeding.SeedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a column of what information_schema says of it. */
final class ColumnRow {
    private static final Pattern LABEL = Pattern.compile("'((?:[^']|'')*)'");
    private static final Pattern NEXT_VALUE =
            Pattern.compile("nextval\\((`(?:[^`]|``)+`(?:\\.`(?:[^`]|``)+`)?)\\)", Pattern.CASE_INSENSITIVE);

    private ColumnRow() {}

    static SeedColumn read(ResultSet row, List<String> checks) throws SQLException {
        String name = row.getString("COLUMN_NAME");
        boolean generated = "ALWAYS".equals(row.getString("IS_GENERATED"));
        String expression = row.getString("GENERATION_EXPRESSION");
        String extra = row.getString("EXTRA");
        return new SeedColumn(
                row.getInt("ORDINAL_POSITION"),
                name,
                type(row, checks.contains("json_valid(" + Names.quoted(name) + ")")),
                "NO".equals(row.getString("IS_NULLABLE")),
                generated ? (expression == null ? "NULL" : expression) : null,
                row.getString("COLUMN_DEFAULT"),
                sequence(extra, row.getString("COLUMN_DEFAULT")));
    }

    /** {@return the same column, of which only so many characters or bytes tell values apart} */
    static SeedColumn told(SeedColumn column, long by) {
        return new SeedColumn(
                column.number(),
                column.name(),
                MariaDbType.of(column).told(by),
                column.notNull(),
                column.generated(),
                column.defaultSql(),
                column.sequence());
    }

    private static MariaDbType type(ResultSet row, boolean json) throws SQLException {
        String name = row.getString("DATA_TYPE");
        String sql = row.getString("COLUMN_TYPE");
        String charset = text(row.getString("CHARACTER_SET_NAME"));
        boolean bits = name.equals("bit");
        long length = row.getLong(bits ? "NUMERIC_PRECISION" : "CHARACTER_MAXIMUM_LENGTH");
        // The length of a text is one in bytes.
        boolean text = name.endsWith("text");
        boolean time = row.getString("DATETIME_PRECISION") != null;
        return new MariaDbType(
                json ? "json" : name,
                json ? "json" : sql,
                text ? length / bytes(charset) : length,
                row.getInt(time ? "DATETIME_PRECISION" : "NUMERIC_PRECISION"),
                row.getInt("NUMERIC_SCALE"),
                charset,
                text(row.getString("COLLATION_NAME")),
                name.equals("enum") || name.equals("set") ? labels(sql) : List.of());
    }

    private static int bytes(String charset) {
        return switch (charset) {
            case "utf8mb4", "utf16", "utf16le", "utf32" -> 4;
            case "utf8mb3", "ujis", "eucjpms" -> 3;
            case "ucs2", "sjis", "cp932", "gbk", "big5", "euckr", "gb2312" -> 2;
            default -> 1;
        };
    }

    private static List<String> labels(String sql) {
        List<String> labels = new ArrayList<>();
        Matcher label = LABEL.matcher(sql);
        while (label.find()) {
            labels.add(label.group(1).replace("''", "'"));
        }
        return labels;
    }

    private static SeedColumn.@Nullable Sequence sequence(String extra, @Nullable String otherwise) {
        if (extra != null && extra.contains("auto_increment")) {
            return new SeedColumn.Sequence("", 1, 1);
        }
        Matcher next = NEXT_VALUE.matcher(text(otherwise));
        return next.find() ? new SeedColumn.Sequence(next.group(1), 1, 1) : null;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
