package dev.rehearsal.postgres.seed;

import dev.rehearsal.dialect.Seeder.Filled;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.postgres.seed.Task.Way;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.volume.SeedScripts.SeedScript;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One filling of one database. */
final class SeedRun {
    private final Connection connection;
    private final VolumeProfile profile;
    private final Progress progress;
    private final Attempts attempts;
    private final List<Filled> filled = new ArrayList<>();
    private final List<Unfilled> unfilled = new ArrayList<>();
    private final Set<QualifiedName> touched = new LinkedHashSet<>();

    /** Makes one; without a stream all rows are made and written by the one session. */
    SeedRun(Session session, @Nullable RowStream stream, VolumeProfile profile, Progress progress) {
        this.connection = session.connection();
        this.profile = profile;
        this.progress = progress;
        this.attempts = new Attempts(new TableFiller(session, stream, progress), stream != null);
    }

    Filling fill(Set<QualifiedName> ignored) throws SQLException {
        Map<QualifiedName, Table> tables = new CatalogReader(connection).tables(ignored);
        List<Table> empty = empty(FillOrder.of(tables.values()));
        boolean first = empty.size() == tables.size() && !empty.isEmpty();
        script(first ? profile.scripts().before() : null);
        empty.removeIf(table -> !isStillEmpty(table, first));
        Set<QualifiedName> pending =
                new HashSet<>(empty.stream().map(Table::name).toList());
        for (Table table : empty) {
            pending.remove(table.name());
            fillTable(table, tables, pending);
        }
        for (Map.Entry<Table, Set<String>> columns :
                EmptyColumns.of(connection, tables.values(), profile).entrySet()) {
            fillColumns(columns.getKey(), columns.getValue(), tables);
        }
        script(first ? profile.scripts().after() : null);
        for (QualifiedName table : touched) {
            Sql.run(connection, "VACUUM (ANALYZE) " + table.quoted());
        }
        new Summary(connection).tell(filled, progress);
        return new Filling(filled, unfilled);
    }

    private List<Table> empty(Collection<Table> tables) throws SQLException {
        List<Table> all = List.copyOf(tables);
        List<Boolean> answers =
                Sql.answers(connection, all.stream().map(SeedRun::isEmpty).toList());
        return IntStream.range(0, all.size())
                .filter(answers::get)
                .mapToObj(all::get)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static String isEmpty(Table table) {
        return "NOT EXISTS (SELECT FROM " + table.rows() + ")";
    }

    private boolean isStillEmpty(Table table, boolean asked) {
        try {
            return !asked || profile.scripts().before() == null || Sql.holds(connection, "SELECT " + isEmpty(table));
        } catch (SQLException e) {
            unfilled.add(refusal(table.name().toString(), e, "Check that the table can be read."));
            return false;
        }
    }

    private void script(@Nullable SeedScript script) {
        if (script == null) {
            return;
        }
        try {
            Sql.run(connection, script.sql());
        } catch (SQLException e) {
            unfilled.add(refusal(script.name(), e, "Correct the script; it runs as one multi-statement text."));
        }
    }

    private void fillTable(Table table, Map<QualifiedName, Table> tables, Set<QualifiedName> pending)
            throws SQLException {
        long wanted = profile.rowsOf(table.name());
        if (wanted == 0) {
            return;
        }
        Set<String> targets =
                new HashSet<>(table.columns().stream().map(Column::name).toList());
        Task task =
                new Task(table, targets, false, profile, tables, pending, new Way(false, true, false, false, wanted));
        long begun = System.nanoTime();
        try {
            long rows = attempts.fill(task);
            Sequences.advance(connection, table);
            double seconds = (System.nanoTime() - begun) / 1e9;
            filled.add(new Filled(table.name(), rows, seconds));
            touched.add(table.name());
            progress.report(String.format(Locale.ROOT, "seeded %s: %,d rows in %.1f s", table.name(), rows, seconds));
            String few = "only " + rows + " of " + wanted
                    + " rows: no more values were found that its keys and CHECKs allow";
            if (rows > 0 && rows < wanted && !profile.names(table.name())) {
                progress.report("  " + table.name() + ": " + few);
            }
            unknown(table, targets);
            if (rows == 0 || (rows < wanted && profile.names(table.name()))) {
                unfilled.add(new Unfilled(
                        table.name().toString(),
                        few,
                        rows > 0
                                ? "Ask for fewer rows in volume.yaml, or give more rows to the tables that it points at."
                                : Remedy.forTable(table, profile)));
            }
        } catch (SQLException e) {
            unfilled.add(refusal(table.name().toString(), e, Remedy.forTable(table, profile)));
        } catch (UnfillableException e) {
            unfilled.add(new Unfilled(
                    table.name().toString(), String.valueOf(e.getMessage()), Remedy.forTable(table, profile)));
        }
    }

    /** Nullable columns whose type we know nothing of hold nothing; that is said. */
    private void unknown(Table table, Set<String> targets) {
        table.columns().stream()
                .filter(column -> targets.contains(column.name()) && column.generated() == null)
                .filter(column -> profile.columnOf(table.name(), column.name()).sql() == null)
                .filter(column -> TypeValues.of(column.type(), column.name(), new Restriction())
                        .isEmpty())
                .forEach(column -> progress.report("  " + table.name() + "." + column.name()
                        + " is left empty or at its default: no value is known of the type "
                        + column.type().sql() + "; `sql:` in volume.yaml gives it one"));
    }

    private void fillColumns(Table table, Set<String> columns, Map<QualifiedName, Table> tables) {
        String what = table.name() + "." + String.join(", ", columns);
        Task task = new Task(
                table,
                columns,
                true,
                profile,
                tables,
                Set.of(),
                new Way(false, true, false, false, Long.MAX_VALUE / 4));
        try {
            long rows = attempts.fill(task);
            if (rows > 0) {
                touched.add(table.name());
                progress.report(String.format(Locale.ROOT, "seeded %s: %,d rows", what, rows));
            }
        } catch (SQLException e) {
            unfilled.add(refusal(what, e, Remedy.forColumns(table, columns)));
        } catch (UnfillableException e) {
            unfilled.add(new Unfilled(what, String.valueOf(e.getMessage()), Remedy.forColumns(table, columns)));
        }
    }

    private static Unfilled refusal(String what, SQLException e, String remedy) {
        return new Unfilled(what, String.valueOf(e.getMessage()), remedy);
    }
}
