package dev.rehearsal.postgres.seed;

import dev.rehearsal.postgres.naming.SqlNames;
import dev.rehearsal.postgres.seed.ParentKeys.Keys;
import dev.rehearsal.postgres.seed.Unit.Domain;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.ColumnVolume;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the units of foreign keys, and the joins that look their keys up. */
final class KeyUnits {
    private static final double NULLS = 0.1;
    private static final double SKEW = 0.7;
    private static final long SCRAMBLE = 2_654_435_761L;
    private final Task task;
    private final ParentKeys keys;
    private final List<String> joins = new ArrayList<>();
    private final Map<String, String> known = new HashMap<>();

    KeyUnits(Task task, ParentKeys keys) {
        this.task = task;
        this.keys = keys;
    }

    /** {@return whether a parent has none of its rows yet, and nobody knows which it will have} */
    boolean pending(QualifiedName parent) {
        return task.pending().contains(parent) && !keys.foresees(parent);
    }

    List<String> joins() {
        return joins;
    }

    /** {@return the unit of a foreign key, of which it fills its own columns; empty if its parent holds no key} */
    Optional<Unit> unit(ForeignKey key, List<String> own, Set<String> covered, int number) throws SQLException {
        SeedTable parent = task.tables().get(key.parent());
        if (parent == null) {
            return Optional.empty();
        }
        boolean whole = own.size() == key.columns().size();
        Optional<Unit> unit = whole ? free(key, parent, covered, number) : grouped(key, parent, own, number);
        unit.ifPresent(made -> {
            List<String> values = made.values().apply(Unit.drawn(number), false);
            IntStream.range(0, own.size()).forEach(i -> known.put(made.columns().get(i), values.get(i)));
        });
        return unit;
    }

    /** {@return the unit of a key that points at the number of an earlier row of its own table} */
    Unit earlier(List<String> own) {
        boolean nullable = task.table().nullable(own.get(0));
        long salt = salt(own);
        boolean first = task.held().rows() == 0;
        String before = first ? "" : Draw.FIRST + " - 1 + ";
        String number = first ? "1" : Draw.FIRST;
        String draw = "CASE WHEN s.\"#\" = " + number + " THEN " + (nullable ? "NULL" : before + "0") + " ELSE "
                + before + Draw.skewed(salt, "s.\"#\" - " + number, 0.4) + " END";
        return new Unit(
                own, (double) task.rows(), nullable, maybeNull(draw, own, salt), (i, c) -> List.of(i), false, null);
    }

    private Optional<Unit> free(ForeignKey key, SeedTable parent, Set<String> covered, int number) throws SQLException {
        Keys numbered = keys.of(key, parent, suitable(key, covered));
        if (numbered.size() == 0) {
            return Optional.empty();
        }
        List<String> columns = key.columns();
        long salt = salt(columns);
        Double skew = volume(columns).skew();
        double exponent = skew == null ? SKEW : skew;
        String size = Long.toString(numbered.size());
        String chance = Draw.skewed(salt, size, exponent);
        String draw = Shares.said(volume(columns))
                ? shares(columns, salt).draw(volume(columns), (double) numbered.size(), exponent, chance)
                : maybeNull(chance, columns, salt);
        boolean nullable = columns.stream().allMatch(task.table()::nullable);
        if (numbered.table().isEmpty()) {
            String cast = task.table()
                    .column(columns.get(0))
                    .orElseThrow()
                    .type()
                    .base()
                    .sql();
            return Optional.of(new Unit(
                    columns,
                    numbered.size(),
                    nullable,
                    draw,
                    (index, counter) -> {
                        String turned = scrambled(index, numbered.size(), salt);
                        return List.of("(" + numbered.first() + " + " + turned + ")::" + cast);
                    },
                    false,
                    domain(key, numbered)));
        }
        String index = scrambled(Unit.drawn(number), numbered.size(), salt);
        joins.add(" LEFT JOIN " + numbered.table() + " AS m" + number + " ON m" + number + ".i = " + index);
        return Optional.of(new Unit(
                columns,
                (double) numbered.size(),
                nullable,
                draw,
                looked(key, columns, number),
                false,
                domain(key, numbered)));
    }

    private Optional<Unit> grouped(ForeignKey key, SeedTable parent, List<String> own, int number) throws SQLException {
        List<Integer> shared = IntStream.range(0, key.columns().size())
                .filter(i -> !own.contains(key.columns().get(i)))
                .boxed()
                .toList();
        String table = keys.grouped(key, parent, shared);
        String first = "c" + number;
        String second = "m" + number;
        String same = shared.stream()
                .map(i -> first + ".k" + (i + 1) + " = " + value(key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        String group = shared.stream()
                .map(i -> second + ".k" + (i + 1) + " = " + first + ".k" + (i + 1))
                .collect(Collectors.joining(" AND "));
        joins.add(" LEFT JOIN " + table + " AS " + first + " ON " + same + " AND " + first + ".g = 0");
        joins.add(" LEFT JOIN " + table + " AS " + second + " ON " + group + " AND " + second + ".g = "
                + Unit.drawn(number) + " % " + first + ".c");
        long salt = salt(own);
        boolean nullable = own.stream().allMatch(task.table()::nullable);
        return Optional.of(new Unit(
                own, 1, nullable, maybeNull(Draw.hash(salt), own, salt), looked(key, own, number), false, null));
    }

    /** A parent that is still to be filled, or the table itself, will have more. */
    private @Nullable Domain domain(ForeignKey key, Keys numbered) {
        if (pending(key.parent()) || key.parent().equals(task.table().name())) {
            return null;
        }
        String columns = String.join(", ", key.columns());
        String rows = numbered.size() == 1 ? "1 row" : numbered.size() + " rows";
        return new Domain(columns + " points at " + rows + " of " + key.parent(), key.parent(), false);
    }

    /** Values from a table of keys; a row that is there already points at none but smaller keys, so that no circle arises. */
    private java.util.function.BiFunction<String, Boolean, List<String>> looked(
            ForeignKey key, List<String> own, int number) {
        List<String> found = own.stream()
                .map(column -> "m" + number + ".k" + (key.columns().indexOf(column) + 1))
                .toList();
        if (!task.update() || !key.parent().equals(task.table().name())) {
            return (index, counter) -> found;
        }
        String theirs = IntStream.rangeClosed(1, key.keys().size())
                .mapToObj(i -> "m" + number + ".k" + i)
                .collect(Collectors.joining(", "));
        String smaller = "(" + theirs + ") < (" + SeedSql.names("d", key.keys()) + ")";
        return (index, counter) -> found.stream()
                .map(value -> "CASE WHEN " + smaller + " THEN " + value + " END")
                .toList();
    }

    private String value(String column) {
        String value = known.get(column);
        return value != null ? value : "d." + SqlNames.quote(column);
    }

    /** Columns that another foreign key shares must suit that one, too. */
    private String suitable(ForeignKey key, Set<String> covered) {
        StringBuilder condition = new StringBuilder();
        for (ForeignKey other : task.table().foreignKeys()) {
            List<String> shared =
                    key.columns().stream().filter(other.columns()::contains).toList();
            boolean ready = !pending(other.parent())
                    && !other.parent().equals(task.table().name());
            if (!other.equals(key)
                    && !shared.isEmpty()
                    && ready
                    && other.columns().stream().noneMatch(covered::contains)) {
                String same = shared.stream()
                        .map(column -> "o." + SqlNames.quote(counterpart(other, column)) + " = p."
                                + SqlNames.quote(counterpart(key, column)))
                        .collect(Collectors.joining(" AND "));
                condition.append(" AND EXISTS (SELECT FROM " + rows(other.parent()) + " o WHERE " + same + ")");
            }
        }
        return condition.toString();
    }

    private String rows(QualifiedName parent) {
        SeedTable table = task.tables().get(parent);
        return table == null ? SqlNames.quote(parent) : keys.rows(table);
    }

    private static String counterpart(ForeignKey key, String column) {
        return key.keys().get(key.columns().indexOf(column));
    }

    /** Small numbers are drawn most often; they are not to be the oldest rows. */
    private static String scrambled(String index, long size, long salt) {
        return size < 2 || size > 3_000_000_000L
                ? index
                : "((" + index + " * " + SCRAMBLE + " + " + Math.floorMod(salt, size) + ") % " + size + ")";
    }

    private double nulls(List<String> columns) {
        Double said = volume(columns).nulls();
        return !columns.stream().allMatch(task.table()::nullable) ? 0 : said == null ? NULLS : said;
    }

    private Shares shares(List<String> columns, long salt) {
        return Shares.of(task, volume(columns), nulls(columns), salt);
    }

    private String maybeNull(String draw, List<String> columns, long salt) {
        if (volume(columns).nulls() != null) {
            return shares(columns, salt).nullOr(draw);
        }
        double share = nulls(columns);
        return share > 0 ? "CASE WHEN " + Draw.chance(salt + 1, share) + " THEN NULL ELSE " + draw + " END" : draw;
    }

    private ColumnVolume volume(List<String> columns) {
        return task.profile().columnOf(task.table().name(), columns.get(0));
    }

    private long salt(List<String> columns) {
        return Draw.salt(task.profile().seed(), task.table().name().toString(), String.join(",", columns));
    }
}
