package dev.rehearsal.mariadb.data;

import static dev.rehearsal.mariadb.catalog.Questions.USERS;

import dev.rehearsal.data.Loss;
import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.schema.QualifiedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What hands out numbers: sequences, and the counters of tables with AUTO_INCREMENT under the names of their tables. Those
 * that were never used are left out.
 */
final class Counters {
    private static final String SEQUENCES = "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES"
            + " WHERE TABLE_TYPE = 'SEQUENCE' AND TABLE_SCHEMA" + USERS;
    private static final String TABLES =
            "SELECT TABLE_SCHEMA, TABLE_NAME, AUTO_INCREMENT FROM information_schema.TABLES"
                    + " WHERE AUTO_INCREMENT > 1 AND TABLE_TYPE <> 'SEQUENCE' AND TABLE_SCHEMA" + USERS;

    private Counters() {}

    /** {@return the number that each would hand out next} */
    static Map<QualifiedName, Long> next(Session session, Set<QualifiedName> ignored) throws SQLException {
        Map<QualifiedName, Long> next = new LinkedHashMap<>();
        session.list(TABLES, row -> next.put(Names.relation(row.getString(1), row.getString(2)), row.getLong(3)));
        for (QualifiedName sequence :
                session.list(SEQUENCES, row -> Names.relation(row.getString(1), row.getString(2)))) {
            state(session, sequence).filter(State::used).ifPresent(state -> next.put(sequence, state.next()));
        }
        next.keySet().removeAll(ignored);
        return next;
    }

    private static Optional<State> state(Session session, QualifiedName sequence) throws SQLException {
        String sql = "SELECT next_not_cached_value, start_value, increment FROM " + Names.quoted(sequence);
        return session.list(sql, row -> new State(row.getLong(1), row.getLong(2), row.getLong(3))).stream()
                .findFirst();
    }

    /** {@return those that would hand out numbers again; one that is gone is for the comparison of schemas to tell} */
    static List<Loss> backwards(Session after, Map<QualifiedName, Long> old, Map<QualifiedName, Long> now)
            throws SQLException {
        List<Loss> losses = new ArrayList<>();
        Set<QualifiedName> sequences =
                Set.copyOf(after.list(SEQUENCES, row -> Names.relation(row.getString(1), row.getString(2))));
        for (Map.Entry<QualifiedName, Long> counter : old.entrySet()) {
            QualifiedName name = counter.getKey();
            if (counter.getValue().equals(now.get(name))) {
                continue;
            }
            long behind = sequences.contains(name)
                    ? state(after, name)
                            .map(state -> state.behind(counter.getValue()))
                            .orElse(0L)
                    : now.containsKey(name) ? counter.getValue() - now.get(name) : 0;
            if (behind > 0) {
                losses.add(new Loss(name.toString(), null, Loss.Kind.SEQUENCE_BACKWARDS, behind, List.of()));
            }
        }
        return losses;
    }

    private record State(long next, long start, long increment) {
        boolean used() {
            return next != start;
        }

        long behind(long earlier) {
            return increment < 0 ? next - earlier : earlier - next;
        }
    }
}
