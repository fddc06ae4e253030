package dev.rehearsal.result;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement did, as the server itself showed it: also what it did through a DO block, a function, an EXECUTE, or
 * from Java.
 *
 * @param catalogue what it did to the catalogue
 * @param uses which tables it scanned or wrote to; null if not measured
 * @param keys the columns of the primary key of each table that it touched, as far as it has one
 */
public record StatementEffects(
        List<Effect> catalogue, @Nullable List<TableUse> uses, Map<String, List<String>> keys) {
    public StatementEffects {
        catalogue = List.copyOf(catalogue);
        uses = uses == null ? null : List.copyOf(uses);
        keys = Map.copyOf(keys);
    }
}
