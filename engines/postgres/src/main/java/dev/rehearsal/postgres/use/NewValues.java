package dev.rehearsal.postgres.use;

import dev.rehearsal.postgres.use.UseSession.Trial;
import dev.rehearsal.postgres.use.UsedTable.Unique;
import dev.rehearsal.postgres.use.Writing.Novelty;
import dev.rehearsal.result.Written.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes into the rows of one table what it did not take before the up. */
final class NewValues {
    private static final int ROWS = 200;
    private static final int EACH = 3;
    private static final int KINDS = 3;
    private static final int NAMED = 2;

    private final Writing writing;
    private final UsedTable older;
    private final UsedTable table;
    private final List<List<@Nullable String>> keys;
    private int next;

    private NewValues(Writing writing, UsedTable older, UsedTable table, List<List<@Nullable String>> keys) {
        this.writing = writing;
        this.older = older;
        this.table = table;
        this.keys = keys;
    }

    static void write(Writing writing, UsedTable older, UsedTable table) throws SQLException {
        List<UsedColumn> looser = table.columns().stream()
                .filter(column -> !column.generated())
                .filter(column ->
                        older.column(column.name()).filter(column::looserThan).isPresent())
                .toList();
        List<UsedColumn> bound = table.columns().stream()
                .filter(column -> !column.generated() && !looser.contains(column) && column.parent() != null)
                .filter(column -> older.column(column.name())
                        .filter(former -> !Objects.equals(column.parent(), former.parent()))
                        .isPresent())
                .toList();
        List<UsedColumn> added = table.columns().stream()
                .filter(column -> !column.generated() && !older.has(column.name()))
                .toList();
        if (looser.isEmpty() && added.isEmpty() && bound.isEmpty()) {
            return;
        }
        if (table.key().isEmpty() || !table.key().equals(older.key())) {
            writing.notWritten(table.name() + ": no new values, for without the same primary key before and after the"
                    + " up no row is known again");
            return;
        }
        List<List<@Nullable String>> keys = writing.after().rows(UseSql.keys(table, ROWS), List.of());
        if (keys.isEmpty()) {
            writing.notWritten(table.name() + ": no new values, for it holds no row");
            return;
        }
        NewValues values = new NewValues(writing, older, table, keys);
        for (UsedColumn column : added) {
            values.added(column);
        }
        values.duplicates();
        for (UsedColumn column : looser) {
            values.looser(column);
        }
        for (UsedColumn column : bound) {
            values.named(column, older.column(column.name()).orElseThrow(), Set.of());
        }
    }

    private void added(UsedColumn column) throws SQLException {
        String sql = UseSql.update(table, List.of(column.name()));
        boolean named = false;
        for (String value : NamedValues.of(writing.after(), column, null)) {
            named |= named(column, null, value, Kind.NEW_COLUMN) > 0;
        }
        for (String candidate : named ? List.<@Nullable String>of() : Candidates.of(column, null)) {
            int written = 0;
            while (candidate != null && written < EACH) {
                Trial trial = writing.after().attempt(sql, values(List.of(candidate), nextKey()), true);
                if (!trial.worked()) {
                    break;
                }
                track(List.of(column.name()), trial.values(), Kind.NEW_COLUMN);
                written++;
            }
            if (written > 0) {
                break;
            }
        }
        long filled = Long.parseLong(String.valueOf(writing.after()
                .rows(UseSql.count(table, column.name()), List.of())
                .get(0)
                .get(0)));
        if (filled == 0) {
            writing.notWritten(table.name() + "." + column.name() + ": none of the values tried was taken");
        } else {
            writing.count(table, column.name(), Kind.NEW_COLUMN, filled);
        }
    }

    private void looser(UsedColumn column) throws SQLException {
        String sql = UseSql.update(table, List.of(column.name()));
        UsedColumn former = older.column(column.name()).orElseThrow();
        Set<Kind> found = EnumSet.noneOf(Kind.class);
        Set<String> done = new HashSet<>();
        for (String candidate : Candidates.of(column, former)) {
            List<@Nullable String> key = nextKey();
            Novelty novelty = found.size() < KINDS ? writeNew(sql, candidate, key) : null;
            if (novelty != null && found.add(kind(novelty.old(), former))) {
                Kind kind = kind(novelty.old(), former);
                keep(column, kind, novelty);
                again(sql, candidate, column, kind);
                done.add(String.valueOf(candidate));
                if (kind == Kind.CHECK_VIOLATION || kind == Kind.NEW_LABEL) {
                    worthCopying(novelty);
                }
            }
        }
        named(column, former, done);
        if (found.isEmpty()) {
            writing.notWritten(table.name() + "." + column.name()
                    + ": what limits it differs, but of the values tried none was refused before and taken after");
        }
    }

    /** All that is named, and was not before, or not all of it, would be tried by one value of each kind. */
    private void named(UsedColumn column, UsedColumn former, Set<String> done) throws SQLException {
        for (String value : NamedValues.of(writing.after(), column, former)) {
            if (!done.contains(value)) {
                named(column, former, value, Kind.CHANGED);
            }
        }
    }

    /** {@return into how many rows it was written; of this kind where the database before the up takes it as well} */
    private int named(UsedColumn column, @Nullable UsedColumn former, String value, Kind taken) throws SQLException {
        String sql = UseSql.update(table, List.of(column.name()));
        int written = 0;
        for (int i = 0; i < (column.holdsLargeObjects() ? 1 : NAMED); i++) {
            Novelty novelty = writing.writeNamed(sql, values(List.of(value), nextKey()));
            if (novelty == null) {
                break;
            }
            Kind kind = taken == Kind.NEW_COLUMN || novelty.old().worked() ? taken : kind(novelty.old(), former);
            track(List.of(column.name()), novelty.values(), kind);
            if (kind != Kind.NEW_COLUMN) {
                writing.count(table, kind == Kind.CHANGED ? null : column.name(), kind, 1);
            }
            if (i == 0) {
                worthCopying(novelty);
            }
            written++;
        }
        return written;
    }

    private void worthCopying(Novelty novelty) {
        writing.worthCopying(table, novelty.values().subList(1, novelty.values().size()));
    }

    private void again(String sql, @Nullable String candidate, UsedColumn column, Kind kind) throws SQLException {
        for (int i = 1; i < Math.min(EACH, keys.size()); i++) {
            Novelty more = writeNew(sql, candidate, nextKey());
            if (more != null) {
                keep(column, kind, more);
            }
        }
    }

    private void keep(UsedColumn column, Kind kind, Novelty novelty) {
        track(List.of(column.name()), novelty.values(), kind);
        writing.count(table, column.name(), kind, 1);
    }

    private void duplicates() throws SQLException {
        for (Unique unique : older.uniques()) {
            List<String> columns = unique.columns();
            if (!table.uniques().contains(unique) && columns.stream().allMatch(table::has) && keys.size() > 1) {
                List<@Nullable String> first = keys.get(0);
                List<List<@Nullable String>> values = writing.after().rows(UseSql.row(table, columns), first);
                duplicate(columns, values.get(0));
            }
        }
    }

    private void duplicate(List<String> columns, List<@Nullable String> values) throws SQLException {
        String sql = UseSql.update(table, columns);
        for (int i = 1; i < Math.min(keys.size(), EACH); i++) {
            Novelty novelty = writing.writeNew(sql, values(values, keys.get(i)), columns.size());
            if (novelty != null) {
                Kind kind = kind(novelty.old(), null);
                track(columns, novelty.values(), kind);
                writing.count(table, columns.get(0), kind, 1);
            }
        }
        next = Math.max(next, EACH);
    }

    private @Nullable Novelty writeNew(String sql, @Nullable String value, List<@Nullable String> key)
            throws SQLException {
        List<@Nullable String> one = new ArrayList<>();
        one.add(value);
        return writing.writeNew(sql, values(one, key), 1);
    }

    private void track(List<String> columns, List<@Nullable String> returned, Kind kind) {
        List<@Nullable String> key = returned.subList(columns.size(), returned.size());
        writing.track(new Tracked(table, key, null, columns, returned.subList(0, columns.size()), kind));
    }

    private List<@Nullable String> nextKey() {
        return keys.get(next++ % keys.size());
    }

    private static List<@Nullable String> values(
            List<? extends @Nullable String> values, List<? extends @Nullable String> key) {
        List<@Nullable String> all = new ArrayList<>(values);
        all.addAll(key);
        return all;
    }

    private static Kind kind(Trial old, @Nullable UsedColumn former) {
        String state = old.state();
        if (state == null) {
            return Kind.WIDER_VALUE;
        }
        return switch (state) {
            case "23502" -> Kind.NULL_VALUE;
            case "23503" -> Kind.ORPHAN;
            case "23505", "23P01" -> Kind.DUPLICATE;
            case "23514" -> Kind.CHECK_VIOLATION;
            case "22P02" -> former != null && !former.labels().isEmpty() ? Kind.NEW_LABEL : Kind.WIDER_VALUE;
            default -> state.startsWith("22") ? Kind.WIDER_VALUE : Kind.REFUSED_BEFORE;
        };
    }
}
