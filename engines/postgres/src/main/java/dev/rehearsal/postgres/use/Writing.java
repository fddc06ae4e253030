package dev.rehearsal.postgres.use;

import dev.rehearsal.postgres.use.UseSession.Trial;
import dev.rehearsal.result.Written;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The two databases while one of them is written to, and what has been written so far. */
final class Writing {
    private final UseSession before;
    private final UseSession after;
    private final List<Tracked> tracked = new ArrayList<>();
    private final Map<Place, Long> counts = new LinkedHashMap<>();
    private final Map<UsedTable, List<List<@Nullable String>>> worthCopying = new HashMap<>();
    private final Set<String> setByServer = new HashSet<>();
    private final Map<UsedTable, Integer> places = new HashMap<>();
    private final List<String> notWritten = new ArrayList<>();

    Writing(UseSession before, UseSession after) {
        this.before = before;
        this.after = after;
    }

    UseSession after() {
        return after;
    }

    /**
     * Writes a value that the database before the up refuses or changes, and the one after it takes as it is.
     *
     * @return what the database before made of it; null if the value is nothing new, and nothing was written
     */
    @Nullable
    Novelty writeNew(String sql, List<? extends @Nullable String> values, int written) throws SQLException {
        Trial old = before.attempt(sql, values, false);
        if (old.equals(Trial.NO_ROW)) {
            return null;
        }
        if (old.worked()) {
            Trial now = after.attempt(sql, values, false);
            if (!now.worked() || sameStart(old.values(), now.values(), written)) {
                return null;
            }
        }
        Trial now = after.attempt(sql, values, true);
        return now.worked() ? new Novelty(old, now.values()) : null;
    }

    /** {@return how a value went before the up, and what was written; null if it was refused} */
    @Nullable
    Novelty writeNamed(String sql, List<? extends @Nullable String> values) throws SQLException {
        Trial old = before.attempt(sql, values, false);
        Trial now = after.attempt(sql, values, true);
        return now.worked() ? new Novelty(old, now.values()) : null;
    }

    private static boolean sameStart(List<@Nullable String> one, List<@Nullable String> other, int length) {
        for (int i = 0; i < length; i++) {
            if (!SameValue.value(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    void track(Tracked row) {
        tracked.add(row);
    }

    /** Remembers that a row bears what is new, so that ordinary rows are copies of it, too. */
    void worthCopying(UsedTable table, List<@Nullable String> key) {
        worthCopying.computeIfAbsent(table, t -> new ArrayList<>()).add(key);
    }

    List<List<@Nullable String>> worthCopying(UsedTable table) {
        return worthCopying.getOrDefault(table, List.of());
    }

    /** Remembers that the server sets a column by itself whenever a row is changed. */
    void isSetByServer(UsedTable table, String column) {
        setByServer.add(table.name() + "." + column);
    }

    boolean setsByItself(UsedTable table, String column) {
        return setByServer.contains(table.name() + "." + column);
    }

    /** {@return a number of the table's own, from 0} */
    int place(UsedTable table) {
        Integer next = places.size();
        return Objects.requireNonNullElse(places.putIfAbsent(table, next), next);
    }

    /** {@return whether values of a column were written for their own sake} */
    boolean wrote(UsedTable table, String column) {
        return tracked.stream()
                .anyMatch(row ->
                        row.table().equals(table) && row.columns().contains(column) && row.kind() != Written.Kind.ROW);
    }

    void count(UsedTable table, @Nullable String column, Written.Kind kind, long rows) {
        counts.merge(new Place(table.name().toString(), column, kind), rows, Long::sum);
    }

    void notWritten(String why) {
        notWritten.add(why);
    }

    List<String> notWritten() {
        return notWritten;
    }

    List<Written> written() {
        return counts.entrySet().stream()
                .map(count -> new Written(
                        count.getKey().relation(),
                        count.getKey().column(),
                        count.getKey().kind(),
                        count.getValue()))
                .toList();
    }

    /** {@return the written rows as they stand now, when later writes and triggers have had their say} */
    List<Tracked> settled() throws SQLException {
        List<Tracked> settled = new ArrayList<>();
        for (Tracked row : tracked) {
            List<List<@Nullable String>> found = after.rows(UseSql.row(row.table(), row.columns()), row.key());
            if (!found.isEmpty()) {
                settled.add(row.withValues(found.get(0)));
            }
        }
        return settled;
    }

    /**
     * Something new that was written.
     *
     * @param old how it went before the up
     * @param values what the statement returned after it
     */
    record Novelty(Trial old, List<@Nullable String> values) {}

    private record Place(String relation, @Nullable String column, Written.Kind kind) {}
}
