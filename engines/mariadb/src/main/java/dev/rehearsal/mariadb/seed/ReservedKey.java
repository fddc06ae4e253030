package dev.rehearsal.mariadb.seed;

import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.FreeKey;
import dev.rehearsal.seeding.InsertedRows;
import dev.rehearsal.seeding.SeedTable;
import dev.rehearsal.seeding.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Values of a unique key that are left to the scripts which insert them.
 *
 * @param columns the columns of the key
 * @param values SQL of the values, each in brackets if there are several columns
 */
record ReservedKey(List<String> columns, String values) implements FreeKey {
    ReservedKey {
        columns = List.copyOf(columns);
    }

    /** {@return the table, which knows the keys that are to stay free} */
    static SeedTable in(SeedTable table, InsertedRows scripts) {
        List<FreeKey> keys = new ArrayList<>();
        for (UniqueKey key : scripts.concern(table) ? table.uniqueKeys() : List.<UniqueKey>of()) {
            Set<List<String>> values =
                    key.columns().isEmpty() || !key.exact() ? Set.of() : scripts.values(table, key.columns());
            if (!values.isEmpty()) {
                keys.add(new ReservedKey(
                        key.columns(), values.stream().map(ReservedKey::sql).collect(Collectors.joining(", "))));
            }
        }
        return keys.isEmpty() ? table : table.leaving(keys);
    }

    private static String sql(List<String> tuple) {
        String all = tuple.stream().map(Sql::literal).collect(Collectors.joining(", "));
        return tuple.size() == 1 ? all : "(" + all + ")";
    }

    @Override
    public Formula met(Function<String, Formula> column) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            row.add(i == 0 ? "(" : ", ");
            row.add(column.apply(columns.get(i)));
        }
        row.add(") IN (" + values + ")");
        return Formula.own(row.toArray());
    }
}
