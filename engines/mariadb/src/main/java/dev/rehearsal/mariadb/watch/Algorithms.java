package dev.rehearsal.mariadb.watch;

import dev.rehearsal.mariadb.sql.DataDefinition;
import dev.rehearsal.observe.Observer;
import dev.rehearsal.observe.RanStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * By which of its algorithms the server changed a table: INSTANT touches no row, NOCOPY builds indexes, INPLACE writes the
 * table anew in InnoDB, COPY writes it row by row into another table. Only a copy goes through a stage of that name; what was
 * written anew or built is told by the numbers of tables and indexes.
 */
final class Algorithms {
    private static final Set<String> ALTERS = Set.of("ALTER", "CREATE", "DROP");
    private static final String COPIES = """
            SELECT EXISTS (SELECT * FROM performance_schema.setup_consumers
                    WHERE NAME = 'events_stages_history_long' AND ENABLED = 'YES'),
                COUNT(*), COALESCE(MAX(s.EVENT_ID), 0)
            FROM performance_schema.events_stages_history_long s
            WHERE s.EVENT_NAME = 'stage/sql/copy to tmp table' AND s.EVENT_ID > ? AND s.THREAD_ID =
                (SELECT THREAD_ID FROM performance_schema.threads WHERE PROCESSLIST_ID = ?)""";

    private final Observer observer;
    private final Map<Long, Long> seen = new HashMap<>();
    private final HashMap<RanStatement, String> found = new HashMap<>();

    Algorithms(Observer observer) {
        this.observer = observer;
    }

    void tell(RanStatement ran, boolean anew, boolean built) {
        String sql = ran.source().sql();
        boolean alters =
                !ran.failed() && !DataDefinition.of(sql).locked().isEmpty() && DataDefinition.begins(sql, ALTERS);
        @Nullable Boolean copied = alters ? observer.ask(connection -> copied(connection, ran)) : null;
        if (copied != null && !DataDefinition.drops(sql)) {
            found.put(ran, copied ? "COPY" : anew ? "INPLACE" : built ? "NOCOPY" : "INSTANT");
        }
    }

    @Nullable
    String of(RanStatement ran) {
        return found.get(ran);
    }

    /** {@return whether it went through that stage; null if the server does not keep which stages there were} */
    private @Nullable Boolean copied(Connection connection, RanStatement ran) {
        try (PreparedStatement question = connection.prepareStatement(COPIES)) {
            question.setLong(1, seen.getOrDefault(ran.session(), 0L));
            question.setLong(2, ran.session());
            try (ResultSet row = question.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    return null;
                }
                seen.merge(ran.session(), row.getLong(3), Math::max);
                return row.getLong(2) > 0;
            }
        } catch (SQLException e) {
            return null; // nobody may look: it is not told
        }
    }
}
