package dev.rehearsal.seeding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a table, or some columns of it, are filled: formulas that an engine puts together in the way that is tried.
 *
 * @param task what is filled
 * @param first the number of the first row
 * @param room how many rows the unique keys leave room for
 * @param draws what is drawn, by the number of the unit
 * @param values the value of each column, by name
 * @param lookups where keys are found
 */
public record Plan(
        Task task,
        long first,
        Room room,
        Map<Integer, Formula> draws,
        Map<String, Formula> values,
        List<KeyLookup> lookups) {
    public Plan {
        draws = Collections.unmodifiableMap(new LinkedHashMap<>(draws));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        lookups = List.copyOf(lookups);
    }

    /** {@return how many rows are to be made: as many as were asked for, or as there is room for} */
    public long rows() {
        return Math.min(task.rows(), room.last());
    }

    /** {@return whether there are hardly more keys than rows, so that each has to be offered} */
    public boolean scarce() {
        return task.held().rows() > 0 && offersAll();
    }

    /** {@return whether the counters go through all keys} */
    public boolean offersAll() {
        return first == 1 && room.counted() >= room.keys() && room.keys() < ValueSpace.ENDLESS;
    }

    /** {@return the keys of which rows are left out for the sake of scripts that insert them} */
    public List<FreeKey> left() {
        return task.table().freeKeys().stream()
                .filter(key -> values.keySet().containsAll(key.columns()))
                .toList();
    }

    /** {@return whether rows are left out for the sake of scripts that insert them} */
    public boolean leaves() {
        return !left().isEmpty();
    }

    /**
     * {@return why a table can hold no more rows; null if nothing proves that it cannot}
     *
     * <p>It is full if it has a row for each key; where CHECKs refuse keys, if all keys were offered.
     *
     * @param rows how many it holds
     * @param refusedByKey whether a row that no CHECK lets in is refused for its key, however the rest of it is drawn
     */
    public @Nullable Room limit(long rows, boolean refusedByKey) {
        boolean without = offersAll() && leaves();
        boolean full = room.proven() && ((double) rows >= room.keys() || without || (offersAll() && refusedByKey));
        return full ? (without ? room.leaving() : room) : null;
    }
}
