package dev.rehearsal.postgres.use;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column as one who writes sees it.
 *
 * @param name its name
 * @param type the name of its type, that below a domain
 * @param category the category of that type, as in {@code pg_type.typcategory}
 * @param length the longest text that it takes; 0 for no limit
 * @param precision all digits of a numeric; 0 for no limit
 * @param scale the digits after the point
 * @param labels those of an enumerated type
 * @param generated whether it cannot be written
 * @param automatic whether it takes a fresh value of its own where none is given
 * @param restrictions all that limits its values, as text: its type, NOT NULL, constraints
 * @param parent what it refers to; null if nothing
 */
record UsedColumn(
        String name,
        String type,
        String category,
        int length,
        int precision,
        int scale,
        List<String> labels,
        boolean generated,
        boolean automatic,
        Set<String> restrictions,
        @Nullable Parent parent) {
    UsedColumn {
        labels = List.copyOf(labels);
        restrictions = Set.copyOf(restrictions);
    }

    /** {@return whether something that limited the older column does not limit this one} */
    boolean looserThan(UsedColumn older) {
        return !restrictions.containsAll(older.restrictions);
    }

    /** {@return whether its values are numbers of large objects, or may be; type {@code lo} is a domain over this one} */
    boolean holdsLargeObjects() {
        return type.equals("oid");
    }

    /**
     * What a column refers to.
     *
     * @param table the table, quoted
     * @param column its column, quoted
     */
    record Parent(String table, String column) {}
}
