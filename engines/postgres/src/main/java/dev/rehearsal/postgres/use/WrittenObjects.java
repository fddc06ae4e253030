package dev.rehearsal.postgres.use;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The large objects that written rows refer to. */
final class WrittenObjects {
    private static final String EXISTS = "SELECT FROM pg_catalog.pg_largeobject_metadata WHERE oid::text = ?";

    private WrittenObjects() {}

    /** {@return the numbers of those that are there} */
    static Set<String> of(UseSession session, List<Tracked> rows) throws SQLException {
        Set<String> there = new HashSet<>();
        for (Tracked row : rows) {
            for (int i = 0; i < row.columns().size(); i++) {
                String number = row.values().get(i);
                if (refers(row, i) && number != null && exists(session, number)) {
                    there.add(number);
                }
            }
        }
        return there;
    }

    /** {@return the columns of a row that still refer to one of these, which is gone} */
    static List<String> gone(UseSession session, Tracked row, UsedTable now, Set<String> written) throws SQLException {
        List<String> gone = new ArrayList<>();
        for (int i = 0; i < row.columns().size(); i++) {
            String column = row.columns().get(i);
            String number = row.values().get(i);
            if (refers(row, i) && number != null && written.contains(number) && now.has(column)) {
                UsedTable keyed =
                        new UsedTable(now.name(), now.columns(), row.table().key(), List.of());
                List<List<@Nullable String>> found = session.rows(UseSql.row(keyed, List.of(column)), row.key());
                if (!found.isEmpty() && Objects.equals(found.get(0).get(0), number) && !exists(session, number)) {
                    gone.add(column);
                }
            }
        }
        return gone;
    }

    private static boolean refers(Tracked row, int index) {
        return row.table()
                .column(row.columns().get(index))
                .filter(UsedColumn::holdsLargeObjects)
                .isPresent();
    }

    private static boolean exists(UseSession session, String number) throws SQLException {
        return !session.rows(EXISTS, List.of(number)).isEmpty();
    }
}
