package dev.rehearsal.selection;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.RunnerChanges;
import dev.rehearsal.migration.RunnerInput;
import dev.rehearsal.migration.RunnerInput.Change;
import dev.rehearsal.migration.RunnerInput.Kind;
import dev.rehearsal.migration.RunnerWords;
import dev.rehearsal.result.Finding;
import dev.rehearsal.result.Selected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is rehearsed because of what has changed since a ref, and what is found edited, out of order or gone. */
final class ChangedSince {
    /** How many versions are rehearsed, at least, of those on which everything acts. */
    static final int NEWEST = 5;

    private final List<Migration> versions;
    private final RunnerChanges changes;
    private final String ref;
    private final HistoryFindings findings;
    private final Set<String> chosen = new HashSet<>();

    ChangedSince(MigrationHistory history, RunnerChanges changes, String ref, boolean forwardOnly, boolean late) {
        this.versions = history.migrations();
        this.changes = changes;
        this.ref = ref;
        this.findings = new HistoryFindings(history, changes, ref, forwardOnly, late);
    }

    Selection selection() {
        changes.inputs().stream().filter(RunnerInput::changed).forEach(this::choose);
        List<Migration> migrations = new ArrayList<>(versions.stream()
                .filter(migration -> chosen.contains(migration.version()))
                .toList());
        migrations.addAll(changes.repeatables());
        List<Finding> told = findings.all();
        return new Selection(migrations, told, new Selected(reason(), compared(), changed()));
    }

    private void choose(RunnerInput input) {
        boolean gone = input.change() == Change.REMOVED && (input.kind() == Kind.SCRIPT || input.kind() == Kind.CLASS);
        if (input.versions() == null) {
            newest().forEach(migration -> chosen.add(migration.version()));
        } else if (!gone) {
            chosen.addAll(input.versions());
        }
    }

    private List<Migration> newest() {
        return versions.subList(Math.max(0, versions.size() - NEWEST), versions.size());
    }

    private String reason() {
        return changed().isEmpty()
                ? "nothing that the runner reads has changed since " + ref
                : "new or changed since " + ref;
    }

    private List<String> changed() {
        return changes.inputs().stream()
                .filter(RunnerInput::changed)
                .map(this::words)
                .toList();
    }

    private String words(RunnerInput input) {
        List<String> versionsActedOn = input.versions();
        boolean apart = input.kind() == Kind.CONFIGURATION || input.kind() == Kind.CALLBACK;
        if (!apart) {
            return input.words();
        }
        List<String> rehearsed = versionsActedOn == null
                ? newest().stream().map(Migration::version).toList()
                : versionsActedOn;
        String those = rehearsed.isEmpty()
                ? " acts on no version"
                : (versionsActedOn == null ? " acts on all versions; rehearsed are the newest, " : " acts on ")
                        + String.join(", ", rehearsed);
        return input.words() + those;
    }

    /** What counts no versions has other names for its parts, too. */
    private String noun(Kind kind, int count) {
        RunnerWords words = versions.stream().findFirst().map(Migration::words).orElse(RunnerWords.PLAIN);
        if (words.migration().equals(RunnerWords.PLAIN.migration())) {
            return kind.noun(count);
        }
        String many = count == 1 ? "" : "s";
        return switch (kind) {
            case SCRIPT -> words.migration() + many;
            case UNDO -> words.undo() + many;
            case REPEATABLE -> "repeatable " + words.migration() + many;
            case CLASS, CALLBACK, SCRIPT_SETTINGS, CONFIGURATION -> kind.noun(count);
        };
    }

    private List<String> compared() {
        List<String> compared = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<RunnerInput> some = changes.inputs().stream()
                    .filter(input -> input.kind() == kind && input.change() != Change.REMOVED)
                    .toList();
            if (kind == Kind.CONFIGURATION) {
                some.forEach(input -> compared.add(input.name()));
            } else if (!some.isEmpty()) {
                compared.add(some.size() + " " + noun(kind, some.size()));
            }
        }
        return compared;
    }
}
