package dev.rehearsal.selection;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.RunnerChanges;
import dev.rehearsal.migration.RunnerInput;
import dev.rehearsal.migration.RunnerInput.Change;
import dev.rehearsal.migration.RunnerInput.Kind;
import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What is wrong with what has changed, before anything runs. */
final class HistoryFindings {
    private final List<Migration> versions;
    private final RunnerChanges changes;
    private final String ref;
    private final boolean forwardOnly;
    private final boolean late;
    private final List<Finding> findings = new ArrayList<>();

    HistoryFindings(MigrationHistory history, RunnerChanges changes, String ref, boolean forwardOnly, boolean late) {
        this.versions = history.migrations();
        this.changes = changes;
        this.ref = ref;
        this.forwardOnly = forwardOnly;
        this.late = late;
    }

    List<Finding> all() {
        edited();
        outOfOrder();
        changes.inputs().stream()
                .filter(input -> input.change() == Change.REMOVED)
                .filter(input -> input.kind() != Kind.UNDO || !forwardOnly)
                .forEach(this::removed);
        changes.inputs().stream()
                .filter(input -> input.changed() && input.change() != Change.REMOVED)
                .filter(this::actsOnNothing)
                .forEach(this::notMeasured);
        changes.repeatables().stream()
                .filter(migration -> migration.undo() == null && !forwardOnly)
                .forEach(this::upOnly);
        return findings;
    }

    private void edited() {
        changes.inputs().stream()
                .filter(input -> input.kind() == Kind.SCRIPT && input.change() == Change.CHANGED)
                .forEach(input -> add(
                        "migration-changed",
                        Severity.ERROR,
                        input.name() + " was edited although it is part of " + ref + ": where it has been applied, "
                                + words().product() + " " + words().onEdited() + ".",
                        "Put it back as it was, and write a new migration for the change.",
                        input.name()));
    }

    private RunnerWords words() {
        return versions.stream().findFirst().map(Migration::words).orElse(RunnerWords.PLAIN);
    }

    private void outOfOrder() {
        Set<String> known = versionsThat(Change.SAME, Change.CHANGED);
        Set<String> removed = versionsThat(Change.REMOVED);
        int newest = -1;
        for (int i = 0; i < versions.size(); i++) {
            newest = known.contains(versions.get(i).version()) ? i : newest;
        }
        Set<String> added = versionsThat(Change.NEW);
        for (Migration migration : versions.subList(0, Math.max(0, newest))) {
            String version = migration.version();
            if (added.contains(version) && !removed.contains(version)) {
                outOfOrder(migration, versions.get(newest));
            }
        }
    }

    /** What is applied late is applied, but in another order than here. */
    private void outOfOrder(Migration migration, Migration last) {
        String does = late ? "applies the new one after it, so in another order than here" : words().onOlder();
        add(
                "version-out-of-order",
                late ? Severity.WARNING : Severity.ERROR,
                "New is " + migration.called() + ", but " + ref + " already has " + last.called()
                        + ": where that one has been applied, " + words().product() + " " + does + ".",
                late
                        ? "Nothing, if neither needs what the other does; else let it come after " + last.version()
                                + "."
                        : "Give it a version after " + last.version() + ".",
                migration.script().name());
    }

    private Set<String> versionsThat(Change... wanted) {
        Set<String> found = new HashSet<>();
        changes.inputs().stream()
                .filter(input -> input.kind() == Kind.SCRIPT || input.kind() == Kind.CLASS)
                .filter(input -> List.of(wanted).contains(input.change()))
                .map(RunnerInput::versions)
                .filter(Objects::nonNull)
                .forEach(found::addAll);
        return found;
    }

    private void removed(RunnerInput input) {
        String what =
                input.name() + " is part of " + ref + " and is " + Objects.requireNonNullElse(input.detail(), "gone");
        switch (input.kind()) {
            case SCRIPT, CLASS ->
                removed(
                        Severity.ERROR,
                        what + ": where it has been applied, " + words().product() + " " + words().onRemoved() + ".",
                        "Put it back as it was, under its name, and write a new migration for what it should not have done.",
                        input);
            case UNDO ->
                removed(
                        Severity.WARNING,
                        what + ": there is no way back from " + words().migration() + " "
                                + String.join(", ", Objects.requireNonNullElse(input.versions(), List.of()))
                                + " any more.",
                        "Put it back, or say in the migration why there is none.",
                        input);
            case REPEATABLE ->
                removed(
                        Severity.WARNING,
                        what + ": what it has made stays in every database where it ran.",
                        "Drop in a new migration what is not wanted any more.",
                        input);
            case CALLBACK, SCRIPT_SETTINGS, CONFIGURATION ->
                removed(
                        Severity.WARNING,
                        what + ": the runner goes on without it.",
                        "Nothing, if that is meant; what it acted on was rehearsed without it.",
                        input);
        }
    }

    private void removed(Severity severity, String message, String remedy, RunnerInput input) {
        add("migration-removed", severity, message, remedy, input.name());
    }

    /** A repeatable script is rehearsed itself; a placeholder that nobody uses acts on nothing, and that is well. */
    private boolean actsOnNothing(RunnerInput input) {
        List<String> versionsActedOn = input.versions();
        if (versionsActedOn == null) {
            return versions.isEmpty();
        }
        return !versionsActedOn.isEmpty()
                && versions.stream().map(Migration::version).noneMatch(versionsActedOn::contains);
    }

    private void notMeasured(RunnerInput input) {
        boolean none = versions.isEmpty();
        add(
                none ? "not-measured" : "change-not-rehearsed",
                none ? Severity.ERROR : Severity.WARNING,
                input.words() + " acts on no version that could be rehearsed"
                        + (none ? ": there is none." : ": a baseline stands for it."),
                none ? "Add a version, so that it can be rehearsed with it." : "Nothing, if that is meant.",
                input.name());
    }

    private void upOnly(Migration migration) {
        boolean added = changes.inputs().stream()
                .anyMatch(input -> input.kind() == Kind.REPEATABLE
                        && input.change() == Change.NEW
                        && input.name().equals(migration.script().name()));
        if (!added) {
            add(
                    "change-not-rehearsed",
                    Severity.WARNING,
                    "Of " + migration.version() + " only the up was rehearsed, as on a database without it: there is no"
                            + " other text of it in " + ref + " that could be run.",
                    "Nothing, if only its settings have changed or it is a class; else look at the way back yourself.",
                    migration.script().name());
        }
    }

    private void add(String rule, Severity severity, String message, String remedy, String file) {
        findings.add(new Finding(rule, severity, message, remedy, file, 0));
    }
}
