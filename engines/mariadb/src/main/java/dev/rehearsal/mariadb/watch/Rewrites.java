package dev.rehearsal.mariadb.watch;

import dev.rehearsal.mariadb.catalog.InnoTable;
import dev.rehearsal.mariadb.catalog.Names;
import dev.rehearsal.mariadb.sql.DataDefinition;
import dev.rehearsal.observe.Observer;
import dev.rehearsal.observe.RanStatement;
import dev.rehearsal.observe.RewriteView;
import dev.rehearsal.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tells which tables were written anew, and by which statement: each definition commits, so that the tables' numbers are
 * compared after each of them. A table that was emptied has another number, too, but no rows; one that came by its name in
 * an exchange has a number that was there before.
 */
final class Rewrites implements RewriteView {
    private final Observer observer;
    private final HashMap<RanStatement, List<String>> found = new HashMap<>();
    private final Algorithms algorithms;
    private @Nullable Map<QualifiedName, InnoTable> before;

    Rewrites(Observer observer) {
        this.observer = observer;
        this.algorithms = new Algorithms(observer);
    }

    @Override
    public void begin() {
        before = read();
    }

    /** Every statement that can have done it is looked at. */
    @Override
    public void list(RanStatement ran) {
        // by then it has been looked at
    }

    @Override
    public void remember(RanStatement ran) {
        Map<QualifiedName, InnoTable> was = before;
        if (was == null || !DataDefinition.of(ran.source().sql()).possible()) {
            return;
        }
        Map<QualifiedName, InnoTable> now = read();
        if (now == null) {
            before = null;
            return;
        }
        Set<Long> known = was.values().stream().map(InnoTable::id).collect(Collectors.toSet());
        List<String> anew = new ArrayList<>();
        boolean built = false;
        for (Map.Entry<QualifiedName, InnoTable> each : now.entrySet()) {
            InnoTable old = was.get(each.getKey());
            if (old != null && !known.contains(each.getValue().id()) && holdsRows(each.getKey())) {
                anew.add(each.getKey().toString());
            }
            built |= old != null && !old.indexes().containsAll(each.getValue().indexes());
        }
        found.put(ran, anew.stream().sorted().toList());
        algorithms.tell(ran, !anew.isEmpty(), built);
        before = now;
    }

    @Override
    public @Nullable String algorithm(RanStatement ran) {
        return algorithms.of(ran);
    }

    @Override
    public void attribute() {
        // each statement has been attributed what it did
    }

    @Override
    public @Nullable List<String> of(RanStatement ran) {
        return before == null ? null : found.getOrDefault(ran, List.of());
    }

    private @Nullable Map<QualifiedName, InnoTable> read() {
        return observer.ask(connection -> {
            try {
                return InnoTable.read(connection);
            } catch (SQLException e) {
                return null; // nobody may look: it is not told
            }
        });
    }

    private boolean holdsRows(QualifiedName table) {
        return Boolean.TRUE.equals(observer.ask(connection -> holdsRows(connection, table)));
    }

    private static boolean holdsRows(Connection connection, QualifiedName table) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1 FROM " + Names.quoted(table) + " LIMIT 1")) {
            return row.next();
        } catch (SQLException e) {
            return true; // it is locked: what was written anew may hold rows
        }
    }
}
