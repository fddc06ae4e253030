package dev.rehearsal.seeding;

import dev.rehearsal.dialect.Seeder.Filled;
import dev.rehearsal.dialect.Seeder.Filling;
import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.progress.Progress;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.Task.Way;
import dev.rehearsal.volume.SeedScripts.SeedScript;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One filling of one database. */
public final class SeedRun {
    private final SeedServer server;
    private final VolumeProfile profile;
    private final Progress progress;
    private final Attempts attempts;
    private final CircleFiller circles;
    private final Shortfalls shortfalls;
    private final List<Filled> filled = new ArrayList<>();
    private final Set<QualifiedName> touched = new LinkedHashSet<>();

    /**
     * Makes one.
     *
     * @param server where
     * @param profile how many rows, and of what
     * @param progress told of each table
     */
    public SeedRun(SeedServer server, VolumeProfile profile, Progress progress) {
        this.server = server;
        this.profile = profile;
        this.progress = progress;
        this.shortfalls = new Shortfalls(profile);
        this.attempts = new Attempts(server);
        this.circles = new CircleFiller(server.circling(), attempts);
    }

    /**
     * {@return what was filled}
     *
     * @param ignored the runner's own tables
     * @throws SQLException if the server fails
     */
    public Filling fill(Set<QualifiedName> ignored) throws SQLException {
        Map<QualifiedName, SeedTable> tables = server.tables(ignored, profile);
        List<SeedTable> order = FillOrder.of(tables.values());
        Map<QualifiedName, Long> rows = server.rows(order);
        boolean first = !order.isEmpty();
        if (first && script(profile.scripts().before())) {
            rows = recount(order);
        }
        Map<SeedTable, Long> few = below(order, rows);
        Set<QualifiedName> pending =
                new HashSet<>(few.keySet().stream().map(SeedTable::name).toList());
        for (SeedTable table : few.keySet()) {
            List<SeedTable> circle = Circles.around(table, few.keySet());
            if (circle.size() == 1) {
                pending.remove(table.name());
                fillTable(table, few.get(table), tables, pending);
            } else if (pending.contains(table.name())) {
                fillCircle(circle, few, tables, pending);
            }
        }
        for (SeedTable table : order) {
            fillPartitions(table, tables);
        }
        for (Map.Entry<SeedTable, Set<String>> columns :
                server.emptyColumns(server.defined(), profile).entrySet()) {
            fillColumns(tables.getOrDefault(columns.getKey().name(), columns.getKey()), columns.getValue(), tables);
        }
        SeedScript after = profile.scripts().after();
        if (first && after != null && script(after)) {
            below(order, recount(order)).forEach((table, left) -> shortfalls.left(table, left, after.name()));
        }
        List<Unfilled> unanalysed = server.analyse(touched);
        server.tell(filled, progress);
        return new Filling(filled, shortfalls.unfilled(), shortfalls.below(), unanalysed, server.assumed());
    }

    /** {@return the tables that hold fewer rows than were asked for, with their rows} */
    private Map<SeedTable, Long> below(List<SeedTable> tables, Map<QualifiedName, Long> rows) {
        Map<SeedTable, Long> below = new LinkedHashMap<>();
        for (SeedTable table : tables) {
            Long asked = profile.askedRowsOf(table.name());
            Long held = rows.get(table.name());
            if (asked != null && held != null && held < asked) {
                below.put(table, held);
            }
        }
        return below;
    }

    /** A script may have done anything to a table. */
    private Map<QualifiedName, Long> recount(List<SeedTable> tables) {
        Map<QualifiedName, Long> rows = new HashMap<>();
        for (SeedTable table : tables) {
            try {
                rows.putAll(server.rows(List.of(table)));
            } catch (SQLException e) {
                shortfalls.refused(table.name().toString(), e, "Check that the table can be read.");
            }
        }
        return rows;
    }

    private boolean script(@Nullable SeedScript script) {
        if (script == null) {
            return false;
        }
        try {
            server.run(script.sql());
        } catch (SQLException e) {
            shortfalls.refused(script.name(), e, "Correct the script; it runs as one multi-statement text.");
        }
        return true;
    }

    private void fillTable(SeedTable table, long held, Map<QualifiedName, SeedTable> tables, Set<QualifiedName> pending)
            throws SQLException {
        long begun = System.nanoTime();
        try {
            Task task = task(table, held, tables, pending);
            Made made = attempts.fill(task);
            filled(task, held, made, (System.nanoTime() - begun) / 1e9);
        } catch (SQLException | UnfillableException e) {
            shortfalls.failed(table, held, e);
        }
    }

    private Task task(SeedTable table, long held, Map<QualifiedName, SeedTable> tables, Set<QualifiedName> pending)
            throws SQLException {
        return Task.of(server.leaving(table), profile, tables, pending)
                .ofRows(profile.rowsOf(table.name()) - held, server.held(table, held));
    }

    private void filled(Task task, long held, Made made, double seconds) throws SQLException {
        SeedTable table = task.table();
        server.advance(table);
        if (made.rows() > 0 || held == 0) {
            tell(table, made.rows(), held, seconds);
        }
        if (made.rows() < task.rows()) {
            String few = shortfalls.fewer(table, held + made.rows(), made.limit());
            if (made.rows() > 0 || held == 0) { // else it was told when it was filled so far
                progress.report("  " + table.name() + ": " + few);
            }
        }
        unknown(table, task.targets());
    }

    private void fillCircle(
            List<SeedTable> circle,
            Map<SeedTable, Long> held,
            Map<QualifiedName, SeedTable> tables,
            Set<QualifiedName> pending)
            throws SQLException {
        long begun = System.nanoTime();
        try {
            Map<SeedTable, Made> made = circles.fill(
                    circle, pending, (table, left) -> task(table, held.getOrDefault(table, 0L), tables, left));
            double each = (System.nanoTime() - begun) / 1e9 / circle.size();
            for (SeedTable table : circle) {
                long rows = held.getOrDefault(table, 0L);
                filled(task(table, rows, tables, Set.of()), rows, made.getOrDefault(table, new Made(0, null)), each);
            }
        } catch (SQLException | UnfillableException e) {
            shortfalls.failed(circle, held, e);
        }
        circle.forEach(table -> pending.remove(table.name()));
    }

    /** A partition in which no row came to lie gets some of its own, on top of what the table was to have. */
    private void fillPartitions(SeedTable table, Map<QualifiedName, SeedTable> tables) throws SQLException {
        Long asked = profile.askedRowsOf(table.name());
        if (asked == null || asked == 0 || !table.partitioned()) {
            return;
        }
        EmptyPartitions empty = server.emptyPartitions(table);
        if (asked < empty.all()) {
            return;
        }
        for (Map.Entry<QualifiedName, Long> partition : empty.partitions().entrySet()) {
            String what = partition.getKey().toString();
            try {
                long held = server.rows(List.of(table)).getOrDefault(table.name(), 0L);
                Task task = Task.of(server.leaving(table), profile, tables, Set.of())
                        .ofRows(empty.share(asked), server.held(table, held))
                        .into(partition.getValue());
                Made made = attempts.fill(task);
                server.advance(table);
                touched.add(table.name());
                progress.report(String.format(Locale.ROOT, "seeded %s: %,d rows", what, made.rows()));
                if (made.rows() == 0 && made.limit() == null) {
                    shortfalls.unfillable(what, EmptyPartitions.NOTHING_FITS, Remedy.forTable(table, profile));
                }
            } catch (SQLException | UnfillableException e) {
                shortfalls.unfillable(what, String.valueOf(e.getMessage()), Remedy.forTable(table, profile));
            }
        }
    }

    private void tell(SeedTable table, long rows, long held, double seconds) {
        filled.add(new Filled(table.name(), rows, seconds));
        touched.add(table.name());
        String beside = held == 0 ? "" : String.format(Locale.ROOT, " beside %,d", held);
        progress.report(
                String.format(Locale.ROOT, "seeded %s: %,d rows%s in %.1f s", table.name(), rows, beside, seconds));
    }

    /** Nullable columns whose type we know nothing of hold nothing; that is said. */
    private void unknown(SeedTable table, Set<String> targets) {
        table.columns().stream()
                .filter(column -> targets.contains(column.name()) && column.generated() == null)
                .filter(column -> profile.columnOf(table.name(), column.name()).sql() == null)
                .filter(column ->
                        server.types().values(column, new Restriction()).isEmpty())
                .forEach(column -> progress.report("  " + table.name() + "." + column.name()
                        + " is left empty or at its default: no value is known of the type "
                        + column.type().sql() + "; `sql:` in volume.yaml gives it one"));
    }

    private void fillColumns(SeedTable table, Set<String> columns, Map<QualifiedName, SeedTable> tables) {
        String what = table.name() + "." + String.join(", ", columns);
        try {
            SeedTable leaving = server.leaving(table);
            Task task = new Task(leaving, columns, true, profile, tables, Set.of(), Task.Held.NOTHING, Way.FIRST, 0);
            long rows = attempts.fill(task).rows();
            if (rows > 0) {
                touched.add(table.name());
                progress.report(String.format(Locale.ROOT, "seeded %s: %,d rows", what, rows));
            }
        } catch (SQLException | UnfillableException e) {
            shortfalls.unfillable(what, String.valueOf(e.getMessage()), Remedy.forColumns(table, columns));
        }
    }
}
