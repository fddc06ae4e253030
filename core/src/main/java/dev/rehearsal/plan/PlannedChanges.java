package dev.rehearsal.plan;

import dev.rehearsal.plan.PlanContent.Change;
import dev.rehearsal.plan.PlanContent.Code;
import dev.rehearsal.recorded.RecordedMigration;
import dev.rehearsal.recorded.RecordedPhase.RecordedEffect;
import dev.rehearsal.recorded.RecordedPhase.RecordedStatement;
import dev.rehearsal.recorded.RecordedPhase.RecordedTableUse;
import dev.rehearsal.report.format.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a migration changes, table by table, and what in the application that breaks. */
final class PlannedChanges {
    private PlannedChanges() {}

    static List<Change> of(RecordedMigration migration) {
        List<RecordedEffect> effects = migration.effects();
        if (effects == null) {
            return List.of(new Change(
                    new Code(migration.script()), "not measured: no up of it could be traced", "not measured"));
        }
        List<Change> changes = new ArrayList<>();
        Set<String> made = made(effects);
        effects.stream()
                .filter(e -> speaksForItself(e, made))
                .forEach(e ->
                        changes.add(new Change(new Code(text(e.relation(), e.object())), what(e), kind(e.kind()))));
        written(migration)
                .forEach((table, rows) -> changes.add(
                        new Change(new Code(table), Sizes.count(rows, "row") + " written in the rehearsal", "data")));
        return changes.stream().distinct().toList();
    }

    /** {@return rows inserted, updated and deleted by each table; empty also where it was not measured} */
    static Map<String, Long> written(RecordedMigration migration) {
        Map<String, Long> rows = new TreeMap<>();
        migration.phases().stream()
                .filter(p -> p.phase().startsWith("up") && p.failure() == null)
                .filter(p -> p.statements().stream().anyMatch(s -> s.uses() != null))
                .findFirst()
                .ifPresent(p -> p.statements().stream()
                        .flatMap(PlannedChanges::uses)
                        .forEach(use -> {
                            if (use.written() > 0) {
                                rows.merge(use.table(), use.written(), Long::sum);
                            }
                        }));
        return rows;
    }

    private static java.util.stream.Stream<RecordedTableUse> uses(RecordedStatement statement) {
        return statement.uses() == null ? java.util.stream.Stream.empty() : statement.uses().stream();
    }

    /** {@return the tables that a migration changes, by name} */
    static List<String> tables(RecordedMigration migration) {
        TreeSet<String> tables = new TreeSet<>(written(migration).keySet());
        List<RecordedEffect> effects = migration.effects();
        if (effects != null) {
            effects.stream()
                    .filter(e -> !e.kind().startsWith("function") && !e.kind().startsWith("enum"))
                    .forEach(e -> tables.add(text(e.relation(), e.object())));
        }
        return List.copyOf(tables);
    }

    static List<String> breaks(RecordedMigration migration, Header header) {
        List<String> breaks = new ArrayList<>();
        String said = header.text("Breaking Changes");
        breaks.add(said.isEmpty() ? "The script's header has no entry Breaking Changes." : "The header says: " + said);
        List<RecordedEffect> effects = migration.effects();
        if (effects == null) {
            breaks.add("What it changes was not measured.");
        } else {
            breaks.addAll(seen(effects));
        }
        return breaks.stream().distinct().toList();
    }

    /** {@return what the catalogue's changes break for whoever runs the former version} */
    static List<String> seen(List<RecordedEffect> effects) {
        Set<String> made = made(effects);
        List<String> dropped = effects.stream()
                .filter(e -> e.kind().equals("constraint-dropped"))
                .map(RecordedEffect::object)
                .toList();
        return effects.stream()
                .filter(e -> !made.contains(text(e.relation(), e.object())))
                .filter(e -> !e.kind().equals("constraint-added") || !dropped.contains(e.object()))
                .map(PlannedChanges::broken)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static Set<String> made(List<RecordedEffect> effects) {
        return effects.stream()
                .filter(e -> e.kind().equals("table-created"))
                .map(e -> text(e.relation(), e.object()))
                .collect(Collectors.toSet());
    }

    /** A new table comes with its keys and indexes. */
    private static boolean speaksForItself(RecordedEffect e, Set<String> made) {
        boolean ofTable = e.kind().startsWith("index") || e.kind().startsWith("constraint");
        return !ofTable || !made.contains(text(e.relation(), e.object()));
    }

    private static String broken(RecordedEffect e) {
        return switch (e.kind()) {
            case "table-dropped", "view-dropped", "column-dropped", "function-dropped" ->
                "Whoever names " + e.object() + " fails.";
            case "table-renamed", "view-renamed", "column-renamed" ->
                "Whoever names " + e.object() + " by its former name fails.";
            case "column-type-changed" ->
                "Whoever reads or writes " + e.object() + " as " + text(e.before(), "its former type") + " may fail.";
            case "column-required" -> "Whoever writes NULL to " + e.object() + " fails.";
            case "column-added" ->
                e.is("required") && !e.is("defaulted") && !e.is("triggered")
                        ? "Whoever inserts without " + e.object() + " fails."
                        : "";
            case "constraint-added" -> "Whoever writes what " + e.object() + " forbids fails.";
            default -> "";
        };
    }

    private static String what(RecordedEffect e) {
        String done = e.kind().substring(e.kind().indexOf('-') + 1).replace('-', ' ');
        String sort = e.kind().substring(0, Math.max(e.kind().indexOf('-'), 0));
        String name = e.name() == null ? "" : " " + e.name();
        String change = e.kind().endsWith("renamed") || e.kind().equals("column-type-changed")
                ? ": " + text(e.before(), "?") + " → " + text(e.after(), "?")
                : "";
        String valid = e.is("not-valid") ? ", not validated" : "";
        return (sort + name + " " + done + change + valid).strip();
    }

    private static String kind(String effect) {
        if (effect.startsWith("index")) {
            return "index";
        }
        if (effect.startsWith("constraint")
                || effect.startsWith("column-required")
                || effect.startsWith("column-no-longer")) {
            return "constraint";
        }
        if (effect.equals("table-emptied")) {
            return "data";
        }
        if (effect.endsWith("renamed")) {
            return "rename";
        }
        if (effect.endsWith("dropped")) {
            return "remove";
        }
        return effect.endsWith("added") || effect.endsWith("created") ? "add" : "modify";
    }

    private static String text(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
