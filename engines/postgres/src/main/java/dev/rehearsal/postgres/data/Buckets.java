package dev.rehearsal.postgres.data;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows divided by their keys, so that only the parts that differ need be fetched and sorted. */
final class Buckets {
    private static final int COUNT = 4096;

    private Buckets() {}

    /** {@return a sum of each bucket's rows} */
    static Map<Integer, String> sums(DataSession session, RowSource rows, List<DataColumn> columns)
            throws SQLException {
        String sql = "SELECT " + bucket(rows) + ", concat(count(*), ':', sum(" + rows.digest(columns) + ")) "
                + rows.from() + " GROUP BY 1";
        List<Map.Entry<Integer, String>> buckets = session.list(sql, row -> Map.entry(row.getInt(1), row.getString(2)));
        Map<Integer, String> sums = new HashMap<>();
        buckets.forEach(bucket -> sums.put(bucket.getKey(), bucket.getValue()));
        return sums;
    }

    /** {@return the buckets in which the two differ} */
    static List<Integer> different(Map<Integer, String> before, Map<Integer, String> after) {
        return IntStream.range(0, COUNT)
                .filter(bucket -> !Objects.equals(before.get(bucket), after.get(bucket)))
                .boxed()
                .toList();
    }

    /** {@return a WHERE clause for these buckets; nothing where it would not spare much} */
    static String only(List<Integer> buckets, RowSource rows) {
        if (buckets.size() > COUNT / 2) {
            return "";
        }
        String list = buckets.stream().map(String::valueOf).collect(Collectors.joining(","));
        return " WHERE " + bucket(rows) + " = ANY ('{" + list + "}'::int8[])";
    }

    private static String bucket(RowSource rows) {
        return "(hashint4extended(2, " + rows.key() + ") & " + (COUNT - 1) + ")";
    }
}
