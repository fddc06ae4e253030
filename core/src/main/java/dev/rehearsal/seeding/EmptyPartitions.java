package dev.rehearsal.seeding;

import dev.rehearsal.schema.QualifiedName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The partitions of a table that hold no row.
 *
 * @param partitions the numbers that their engine knows them by, by name
 * @param all how many partitions there are
 */
public record EmptyPartitions(Map<QualifiedName, Long> partitions, int all) {
    static final String NOTHING_FITS = "no row was found that belongs there and that the table's keys and CHECKs allow";

    public EmptyPartitions {
        partitions = Collections.unmodifiableMap(new LinkedHashMap<>(partitions));
    }

    /** {@return how many rows one of them gets, of a table that was to have so many} */
    long share(long rows) {
        return Math.max(1, rows / all / 10);
    }
}
