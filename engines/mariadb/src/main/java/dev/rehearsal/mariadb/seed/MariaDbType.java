package dev.rehearsal.mariadb.seed;

import dev.rehearsal.seeding.ColumnType;
import dev.rehearsal.seeding.SeedColumn;
import java.util.List;

/**
 * A column's type, with all that is needed to make a value of it.
 *
 * @param name its bare name: {@code varchar}; {@code json} where a CHECK makes a text one
 * @param sql the whole type, as a reader knows it
 * @param length how many characters, bytes or bits it holds at most; 0 if it has no length
 * @param precision how many digits a number has, or how many a time has behind its seconds
 * @param scale how many digits a number has behind the point
 * @param charset of a text; empty for others
 * @param collation of a text; empty for others
 * @param labels of an ENUM or a SET
 */
record MariaDbType(
        String name,
        String sql,
        long length,
        int precision,
        int scale,
        String charset,
        String collation,
        List<String> labels)
        implements ColumnType {
    private static final int SHORT = 3;

    MariaDbType {
        labels = List.copyOf(labels);
    }

    static MariaDbType of(SeedColumn column) {
        return (MariaDbType) column.type();
    }

    /** {@return the same, of which only so many characters or bytes tell values apart} */
    MariaDbType told(long by) {
        return length > 0 && by >= length
                ? this
                : new MariaDbType(name, sql, by, precision, scale, charset, collation, labels);
    }

    boolean unsigned() {
        return sql.contains("unsigned") || sql.contains("zerofill");
    }

    /** {@return whether texts that differ in nothing but case are the same one} */
    boolean folding() {
        return !collation.endsWith("_bin") && !collation.contains("_cs");
    }

    boolean flag() {
        return sql.startsWith("tinyint(1)");
    }

    @Override
    public String cast() {
        return "";
    }

    @Override
    public Sort sort() {
        return switch (name) {
            case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double", "year" ->
                Sort.NUMBER;
            case "date", "datetime", "timestamp" -> Sort.MOMENT;
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" -> Sort.TEXT;
            default -> Sort.OTHER;
        };
    }

    @Override
    public boolean whole() {
        return name.endsWith("int");
    }

    @Override
    public boolean listed() {
        return name.equals("enum");
    }

    @Override
    public boolean small() {
        return switch (name) {
            case "char", "varchar", "binary", "varbinary" -> length <= SHORT;
            case "decimal" -> precision <= SHORT;
            case "bit" -> length <= Byte.SIZE;
            default -> name.equals("set") || name.equals("year") || name.equals("tinyint");
        };
    }

    @Override
    public boolean identifies() {
        return name.equals("uuid");
    }

    @Override
    public boolean checksItself() {
        return false;
    }

    @Override
    public String sample() {
        return switch (name) {
            case "enum", "set" -> Sql.literal(labels.isEmpty() ? "" : labels.get(0));
            case "date" -> "DATE '2024-01-01' + INTERVAL n % 365 DAY";
            case "datetime", "timestamp" -> "TIMESTAMP '2024-01-01 00:00:00' + INTERVAL n MINUTE";
            case "json" -> "'{}'";
            case "uuid" -> "MD5(n)";
            default -> sort() == Sort.NUMBER ? "n" : "CONCAT('value ', n)";
        };
    }
}
