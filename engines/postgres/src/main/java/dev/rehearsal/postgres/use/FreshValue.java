package dev.rehearsal.postgres.use;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.postgres.use.UsedColumn.Parent;
import java.util.List;

/**
 * An expression for a value that no row has yet, and that no other table is given: a copy of rows that a script has kept
 * would else bring back what was written elsewhere.
 *
 * @param table the table
 * @param place a number of the table's own
 * @param column the column
 * @param unique the columns that may not occur twice together
 */
record FreshValue(UsedTable table, int place, UsedColumn column, List<String> unique) {
    /** How many ways there are. */
    static final int VARIANTS = 3;
    /** More than there are rows written to a table. */
    private static final int STRIDE = 20;

    static boolean canMake(UsedColumn column) {
        return List.of("N", "S", "D").contains(column.category())
                || List.of("uuid", "bytea").contains(column.type());
    }

    String expression(int row, int variant) {
        int number = place * STRIDE + row;
        Parent parent = column.parent();
        if (parent != null) {
            return ofParent(parent, row);
        }
        return switch (column.category()) {
            case "N" -> number(number, variant);
            case "S" -> text(number, variant);
            case "D" -> "timestamp '2031-05-17' + " + (number + 3 * variant) + " * interval '1 day'";
            default -> other(number, variant);
        };
    }

    private String number(int number, int variant) {
        String from = switch (variant) {
            case 0 -> "1000003";
            case 1 -> "1";
            default -> "30001";
        };
        return "(SELECT g FROM generate_series(" + from + ", " + from + " + 2000) g WHERE NOT EXISTS (SELECT FROM "
                + SqlNames.quote(table.name()) + " x WHERE x." + name() + " = g) OFFSET " + number + " LIMIT 1)";
    }

    private String text(int number, int variant) {
        String text = switch (variant) {
            case 0 -> "'r" + number + "-' || s." + name();
            case 1 -> "s." + name() + " || '" + number + "r'";
            default -> "md5('rehearsal" + number + "' || s." + name() + ")";
        };
        return column.length() > 0 ? "left(" + text + ", " + column.length() + ")" : text;
    }

    private String other(int number, int variant) {
        String digest = "md5('rehearsal" + number + variant + "' || s." + name() + "::text)";
        return switch (column.type()) {
            case "uuid" -> digest + "::uuid";
            case "bytea" -> "decode(" + digest + ", 'hex')";
            default -> "s." + name();
        };
    }

    /** A parent that, together with the rest of the source's columns, has no row here. */
    private String ofParent(Parent parent, int number) {
        String same = UseSql.join(
                unique,
                " AND ",
                c -> "x." + UseSql.quote(c) + " = "
                        + (c.equals(column.name()) ? "p." + parent.column() : "s." + UseSql.quote(c)));
        return "(SELECT p." + parent.column() + " FROM " + parent.table() + " p WHERE NOT EXISTS (SELECT FROM "
                + SqlNames.quote(table.name()) + " x WHERE " + same + ") OFFSET " + number + " LIMIT 1)";
    }

    private String name() {
        return UseSql.quote(column.name());
    }
}
