package dev.rehearsal.seeding;

import dev.rehearsal.dialect.Seeder.Below;
import dev.rehearsal.dialect.Seeder.Unfilled;
import dev.rehearsal.schema.QualifiedName;
import dev.rehearsal.seeding.Unit.Domain;
import dev.rehearsal.volume.VolumeProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what could not be filled, and which tables hold fewer rows than were asked for, and why. */
final class Shortfalls {
    private static final int LISTED = 10;
    private static final String NOTHING_FITS = "no more values were found that its keys and CHECKs allow";

    private final VolumeProfile profile;
    private final List<Unfilled> unfilled = new ArrayList<>();
    private final Map<QualifiedName, Below> below = new LinkedHashMap<>();
    private final Map<QualifiedName, Long> told = new LinkedHashMap<>();
    private final Map<QualifiedName, QualifiedName> causes = new LinkedHashMap<>();
    private final Map<String, List<String>> behind = new LinkedHashMap<>();

    Shortfalls(VolumeProfile profile) {
        this.profile = profile;
    }

    List<Unfilled> unfilled() {
        return unfilled.stream().map(this::withThoseBehind).toList();
    }

    List<Below> below() {
        return List.copyOf(below.values());
    }

    /** A script or a column that the server refuses. */
    void refused(String what, SQLException failure, String remedy) {
        unfilled.add(new Unfilled(what, String.valueOf(failure.getMessage()), remedy));
    }

    void unfillable(String what, String reason, String remedy) {
        unfilled.add(new Unfilled(what, reason, remedy));
    }

    /** A table to which not a single row could be added. */
    void failed(SeedTable table, long rows, Exception failure) {
        String why = String.valueOf(failure.getMessage());
        String remedy = Remedy.forTable(table, profile);
        QualifiedName parent = UnfillableException.parent(failure);
        tell(table, parent, rows == 0 ? why : few(table, rows) + why, remedy);
        note(table, rows, new Below(table.name(), false, why, remedy));
    }

    /** Tables that only fill together, of which none was; told once. */
    void failed(List<SeedTable> tables, Map<SeedTable, Long> rows, Exception failure) {
        SeedTable first = tables.get(0);
        failed(first, rows.getOrDefault(first, 0L), failure);
        for (SeedTable table : tables.subList(1, tables.size())) {
            String why = String.valueOf(failure.getMessage());
            causes.put(table.name(), causes.getOrDefault(first.name(), first.name()));
            note(
                    table,
                    rows.getOrDefault(table, 0L),
                    new Below(table.name(), false, why, Remedy.forTable(table, profile)));
        }
    }

    /** What is empty for want of a table's rows is told along with that table. */
    private void tell(SeedTable table, @Nullable QualifiedName parent, String reason, String remedy) {
        Below cause = parent == null ? null : below.get(parent);
        if (cause == null || cause.full()) {
            unfilled.add(new Unfilled(table.name().toString(), reason, remedy));
            return;
        }
        QualifiedName root = causes.getOrDefault(cause.table(), cause.table());
        causes.put(table.name(), root);
        behind.computeIfAbsent(root.toString(), name -> new ArrayList<>())
                .add(table.name().toString());
    }

    private Unfilled withThoseBehind(Unfilled one) {
        List<String> tables = behind.getOrDefault(one.what(), List.of());
        if (tables.isEmpty()) {
            return one;
        }
        String some = String.join(", ", tables.subList(0, Math.min(LISTED, tables.size())));
        String more = tables.size() > LISTED ? " and " + (tables.size() - LISTED) + " more" : "";
        String have =
                tables.size() == 1 ? " has too few rows for want of its own" : " have too few rows for want of its own";
        return new Unfilled(one.what(), one.reason() + "; " + some + more + have, one.remedy());
    }

    /**
     * A table that has got fewer rows than it should.
     *
     * @return what to tell of it
     */
    String fewer(SeedTable table, long rows, @Nullable Room limit) {
        if (limit != null && isTrue(limit, table)) {
            note(table, rows, new Below(table.name(), true, limit.reason(), ""));
            return few(table, rows) + limit.reason();
        }
        String reason = limit == null
                ? NOTHING_FITS
                : limit.reason() + parent(limit).map(this::itself).orElse("");
        String remedy = rows > 0 ? Remedy.forFew(table, rows) : Remedy.forTable(table, profile);
        tell(table, limit == null ? null : parent(limit).orElse(null), few(table, rows) + reason, remedy);
        note(table, rows, new Below(table.name(), false, reason, remedy));
        return few(table, rows) + reason;
    }

    /** A table that a script has left with fewer rows; what was known of it before stays. */
    void left(SeedTable table, long rows, String script) {
        if (Long.valueOf(rows).equals(told.get(table.name()))) {
            return;
        }
        String reason = "the script " + script + " left it so";
        String remedy = Remedy.forFew(table, rows);
        unfilled.add(new Unfilled(table.name().toString(), few(table, rows) + reason, remedy));
        note(table, rows, new Below(table.name(), false, reason, remedy));
    }

    private void note(SeedTable table, long rows, Below one) {
        below.put(table.name(), one);
        told.put(table.name(), rows);
    }

    /** Who points at a table that could not be filled could hold more; nor is what we know all that there can be. */
    private boolean isTrue(Room limit, SeedTable table) {
        boolean known = limit.domains().stream().noneMatch(Domain::known);
        return parent(limit).isEmpty() && (known || !profile.names(table.name()));
    }

    private Optional<QualifiedName> parent(Room limit) {
        return below.values().stream()
                .filter(one -> !one.full())
                .map(Below::table)
                .filter(table -> limit.domains().stream().anyMatch(domain -> table.equals(domain.parent())))
                .findFirst();
    }

    private String itself(QualifiedName parent) {
        return "; " + parent + " could not be filled itself";
    }

    private String few(SeedTable table, long rows) {
        return "only " + rows + " of " + profile.rowsOf(table.name()) + " rows: ";
    }
}
