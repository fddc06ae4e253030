package dev.rehearsal.postgres.catalog;

import dev.rehearsal.schema.SchemaDifference;
import java.util.List;

/**
 * One change to the kitchen sink, and the objects that must be told to differ: {@code +} extra, {@code -} missing,
 * {@code *} altered, {@code ~} altered and cosmetic.
 *
 * @param change SQL
 * @param revert SQL after which nothing may differ; empty where there is none
 * @param expected {@code *column shop.users.bio} …, all of them
 */
record Alteration(String change, String revert, List<String> expected) {
    static Alteration altering(String change, String revert, String... expected) {
        return new Alteration(change, revert, List.of(expected));
    }

    static String told(SchemaDifference difference) {
        String sign = switch (difference.change()) {
            case EXTRA -> "+";
            case MISSING -> "-";
            case ALTERED -> difference.cosmetic() ? "~" : "*";
        };
        return sign + difference.object();
    }

    @Override
    public String toString() {
        return change;
    }
}
