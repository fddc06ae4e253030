package dev.rehearsal.seeding;

import java.util.Map;

/**
 * Where the key that a unit points at is found.
 *
 * @param unit the unit's number, counted from 1
 * @param table the table of the keys
 * @param index the number of the key among all; among its group if there are shared parts
 * @param shared the parts of the key, counted from 1, that another unit or the row has given already
 */
public record KeyLookup(int unit, String table, Formula index, Map<Integer, Formula> shared) {
    public KeyLookup {
        shared = Map.copyOf(shared);
    }
}
