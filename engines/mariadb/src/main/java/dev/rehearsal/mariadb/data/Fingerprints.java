package dev.rehearsal.mariadb.data;

import dev.rehearsal.data.ColumnFingerprint;
import dev.rehearsal.data.TableFingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fingerprint of one table, by one scan. */
final class Fingerprints {
    private Fingerprints() {}

    /** {@return what the table holds} */
    static TableFingerprint of(Session session, Table table) throws SQLException {
        try {
            return session.list(sql(table), row -> read(table, row)).get(0);
        } catch (SQLException e) {
            throw new SQLException(
                    table.name() + " could not be read: " + e.getMessage(), e.getSQLState(), e.getErrorCode(), e);
        }
    }

    private static String sql(Table table) {
        List<String> terms = new ArrayList<>(List.of("COUNT(*)"));
        for (Column column : table.columns()) {
            String hash = table.keyed()
                    ? Hashes.of(column.value(), Table.FIRST, Table.SECOND)
                    : Hashes.of(column.value(), Long.toString(column.salt()), Long.toString(column.salt()));
            terms.add(column.count());
            terms.add(column.read());
            terms.add(sum(hash, table.keyed()));
        }
        if (!table.keyed()) {
            terms.add(sum(Hashes.row(table.columns(), "0", "0"), false));
        }
        return "SELECT " + String.join(", ", terms) + table.from(table.keyColumns());
    }

    /** Where rows may be equal, two of them would cancel each other in an XOR. */
    private static String sum(String hash, boolean keyed) {
        return keyed ? "BIT_XOR(" + hash + ")" : "COALESCE(SUM(" + hash + "), 0)";
    }

    private static TableFingerprint read(Table table, ResultSet row) throws SQLException {
        Map<String, ColumnFingerprint> columns = new LinkedHashMap<>();
        int at = 2;
        for (Column column : table.columns()) {
            if (row.getLong(at) != row.getLong(at + 1)) {
                throw new SQLException(
                        "values of " + column.name() + " are longer than the server's max_allowed_packet");
            }
            columns.put(column.name(), new ColumnFingerprint(row.getLong(at), row.getString(at + 2)));
            at += 3;
        }
        long rows = row.getLong(1);
        if (!table.keyed()) {
            columns.put(TableFingerprint.WHOLE_ROW, new ColumnFingerprint(rows, row.getString(at)));
        }
        return new TableFingerprint(table.keyed(), rows, columns);
    }
}
