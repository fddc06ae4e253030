package dev.rehearsal.seeding;

import dev.rehearsal.seeding.Unit.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How many rows the unique keys of a table leave room for.
 *
 * @param keys how many different keys there are
 * @param counted how many of them the counters reach
 * @param domains what proves that there are no others; empty if nothing does
 */
public record Room(double keys, double counted, List<Domain> domains) {
    /** For as many as anybody wants. */
    static final Room ENDLESS = new Room(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, List.of());

    public Room {
        domains = List.copyOf(domains);
    }

    /** {@return the smaller of two} */
    Room and(Room other) {
        Room smaller = other.keys < keys ? other : this;
        return new Room(smaller.keys, Math.min(counted, other.counted), smaller.domains);
    }

    /** {@return the same, of which some is left to scripts} */
    Room leaving() {
        List<Domain> all = new ArrayList<>(domains);
        all.add(new Domain("some of them are left to the scripts that insert them", null, false));
        return new Room(keys, counted, all);
    }

    /** {@return the highest number that a counter takes} */
    long last() {
        return (long) Math.min(counted, ValueSpace.ENDLESS);
    }

    /** {@return whether a table that has been offered all keys can hold no more rows} */
    boolean proven() {
        return !domains.isEmpty() && counted >= keys;
    }

    /** {@return why there is no more room} */
    String reason() {
        return "its key has room for " + (long) keys + (keys == 1 ? " row: " : " rows: ")
                + domains.stream().map(Domain::words).distinct().collect(Collectors.joining(", "));
    }
}
