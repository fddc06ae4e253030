package dev.rehearsal.scenario;

import dev.rehearsal.dialect.Backfills.Value;
import dev.rehearsal.dialect.Backfills.Write;
import dev.rehearsal.result.WritesBeside.Kind;
import dev.rehearsal.result.WritesBeside.Missed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds what became of writes that were made meanwhile against what becomes of the same writes when they are made before.
 * What differs in rows that nobody wrote to differs from run to run by itself.
 *
 * @param plan what was written
 * @param expected the values where it was written before
 * @param found the values where it was written meanwhile
 */
record MissedWrites(
        PlannedWrites plan, Map<String, Map<String, Value>> expected, Map<String, Map<String, Value>> found) {
    List<Missed> of(List<Write> done) {
        Set<String> unstable = new HashSet<>();
        plan.control().forEach(row -> unstable.addAll(differing(row)));
        List<Missed> missed = new ArrayList<>();
        for (Write write : done) {
            for (String column : differing(write.row())) {
                boolean written = !write.insert() && write.expressions().containsKey(column);
                if (!unstable.contains(column) && (written || plan.filled().contains(column))) {
                    missed.add(new Missed(kind(write, written), column, write.row()));
                }
            }
        }
        return missed.stream().distinct().toList();
    }

    private static Kind kind(Write write, boolean written) {
        return write.insert() ? Kind.INSERT_NOT_FILLED : written ? Kind.UPDATE_LOST : Kind.FILLED_FROM_OLD_VALUE;
    }

    private List<String> differing(String row) {
        Map<String, Value> should = expected.getOrDefault(row, Map.of());
        Map<String, Value> is = found.getOrDefault(row, Map.of());
        return should.entrySet().stream()
                .filter(value -> !value.getValue().equals(is.get(value.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
