package dev.rehearsal.postgres.data;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows to be read, each with a bigint that stands for its key.
 *
 * @param from the FROM clause
 * @param key SQL for the bigint; zero for rows without a key
 */
record RowSource(String from, String key) {
    private static final String NO_KEY = "0::bigint";

    /** {@return the rows of a relation by this key, which may be empty} */
    static RowSource of(DataRelation relation, List<DataColumn> key) {
        String from = "FROM " + relation.source() + " t";
        if (key.isEmpty()) {
            return new RowSource(from, NO_KEY);
        }
        DataColumn first = key.get(0);
        if (key.size() == 1 && first.hashing().integral()) {
            return new RowSource(from, itself(first));
        }
        // The outer join keeps the planner from computing the key again for each column; unlike OFFSET 0 or a CTE it
        // does not keep it from using parallel workers.
        return new RowSource(from + " LEFT JOIN LATERAL (SELECT " + folded(key) + " AS k) s ON true", "s.k");
    }

    /** {@return SQL for a bigint that stands for the whole row: these columns and the key} */
    String digest(List<DataColumn> columns) {
        String terms = columns.stream()
                .map(column -> column.hashWithNull(key + " # " + column.salt()))
                .collect(Collectors.joining(" # "));
        String row = "hashint4extended(1, " + key + ")" + (terms.isEmpty() ? "" : " # " + terms);
        return "hashint4extended(0, " + row + ")";
    }

    private static String itself(DataColumn column) {
        String value = column.reference() + "::int8";
        return column.notNull() ? value : "coalesce(" + value + ", " + column.salt() + ")";
    }

    private static String folded(List<DataColumn> key) {
        String hash = NO_KEY;
        for (DataColumn column :
                key.stream().sorted(Comparator.comparing(DataColumn::name)).toList()) {
            hash = column.hashWithNull(hash);
        }
        return hash;
    }
}
