package dev.rehearsal.postgres.seed;

import dev.rehearsal.seeding.Formula;
import dev.rehearsal.seeding.FreeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Values of a unique key that are left to the scripts which insert them.
 *
 * @param columns the columns of the key
 * @param types their types, without a modifier
 * @param values SQL of the values: an array for one column, rows for several
 */
record ReservedKey(List<String> columns, List<String> types, String values) implements FreeKey {
    ReservedKey {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
    }

    @Override
    public Formula met(Function<String, Formula> column) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            row.add(i == 0 ? columns.size() == 1 ? "(" : "((" : ", (");
            row.add(column.apply(columns.get(i)));
            row.add(")::" + types.get(i));
        }
        row.add(columns.size() == 1 ? " = ANY (" + values + ")" : ") IN (" + values + ")");
        return Formula.own(row.toArray());
    }
}
