package dev.rehearsal.postgres.use;

import dev.rehearsal.postgres.use.UseSession.Trial;
import dev.rehearsal.result.Written.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes rows that are there, in columns that were there before the up: each takes over what another row holds, which is
 * valid by itself. So it can be told later whether the undo keeps a change, and whether it has translated all values alike.
 */
final class OldValues {
    private static final int ROWS = 200;
    private static final int LAST = 3;
    private static final int EACH = 5;

    private final Writing writing;
    private final UsedTable table;
    private final List<String> columns;
    private int changed;
    private String refusal = "";

    private OldValues(Writing writing, UsedTable table, List<String> columns) {
        this.writing = writing;
        this.table = table;
        this.columns = columns;
    }

    static void write(Writing writing, UsedTable older, UsedTable table) throws SQLException {
        List<String> columns = columns(writing, older, table);
        if (table.key().isEmpty() || !table.key().equals(older.key()) || columns.isEmpty()) {
            return;
        }
        Set<List<@Nullable String>> keys =
                new LinkedHashSet<>(writing.after().rows(UseSql.keys(table, ROWS), List.of()));
        keys.addAll(writing.after().rows(UseSql.lastKeys(table, LAST), List.of()));
        new OldValues(writing, table, columns).change(new ArrayList<>(keys));
    }

    /** What may occur once only is not taken over, nor what this has given other values already. */
    private static List<String> columns(Writing writing, UsedTable older, UsedTable table) {
        Set<String> unique = new LinkedHashSet<>(table.key());
        table.uniques().forEach(each -> unique.addAll(each.columns()));
        older.uniques().forEach(each -> unique.addAll(each.columns()));
        return table.columns().stream()
                .filter(column -> !column.generated() && !column.automatic() && !column.holdsLargeObjects())
                .map(UsedColumn::name)
                .filter(name -> older.has(name) && !unique.contains(name) && !writing.wrote(table, name))
                .toList();
    }

    private void change(List<List<@Nullable String>> keys) throws SQLException {
        int size = keys.size();
        Set<Integer> targets = new LinkedHashSet<>();
        for (int i = 0; i < Math.min(EACH, size / 2); i++) {
            targets.add(i < LAST ? size - 1 - i : size / 2 + (i - LAST) * size / 8);
        }
        List<List<@Nullable String>> sources = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (!targets.contains(i)) {
                sources.add(keys.get(i));
            }
        }
        int next = 0;
        for (int target : targets) {
            change(keys.get(target), sources.get(next++ * 7 % sources.size()));
        }
        if (changed > 0) {
            writing.count(table, null, Kind.CHANGED, changed);
        } else if (!refusal.isEmpty()) {
            writing.notWritten(table.name() + ": no row could be changed: " + refusal);
        }
    }

    private void change(List<@Nullable String> key, List<@Nullable String> source) throws SQLException {
        List<@Nullable String> old = read(key);
        List<@Nullable String> wanted = read(source);
        List<Integer> different = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (wanted.get(i) != null && !SameValue.value(old.get(i), wanted.get(i))) {
                different.add(i);
            }
        }
        Change all = new Change(key, source, old, wanted);
        if (different.isEmpty() || take(all, different)) {
            return;
        }
        for (int i : different) {
            take(new Change(key, source, read(key), wanted), List.of(i));
        }
    }

    private List<@Nullable String> read(List<@Nullable String> key) throws SQLException {
        return writing.after().rows(UseSql.row(table, columns), key).get(0);
    }

    /** {@return whether it was not refused; what a trigger has made something else of is not held against anyone} */
    private boolean take(Change change, List<Integer> which) throws SQLException {
        List<String> names = which.stream().map(columns::get).toList();
        List<@Nullable String> parameters = new ArrayList<>(change.source());
        parameters.addAll(change.key());
        Trial trial = writing.after().attempt(UseSql.take(table, names, columns), parameters, true);
        if (!trial.worked()) {
            refusal = trial.message().lines().findFirst().orElse("");
            return false;
        }
        List<String> kept = new ArrayList<>();
        List<@Nullable String> held = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            boolean taken = which.contains(i);
            List<@Nullable String> expected = taken ? change.wanted() : change.old();
            if (!SameValue.value(expected.get(i), trial.values().get(i))) {
                writing.isSetByServer(table, columns.get(i));
            } else if (taken) {
                kept.add(columns.get(i));
                held.add(expected.get(i));
            }
        }
        if (!kept.isEmpty()) {
            writing.track(new Tracked(table, change.key(), change.source(), kept, held, Kind.CHANGED));
            changed++;
        }
        return true;
    }

    /** A row, the one that it takes its values from, and what the two hold. */
    private record Change(
            List<@Nullable String> key,
            List<@Nullable String> source,
            List<@Nullable String> old,
            List<@Nullable String> wanted) {}
}
