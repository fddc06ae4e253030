package dev.rehearsal.approval;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationHistory;
import dev.rehearsal.migration.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The scripts as they are now.
 *
 * @param migrations those that a rehearsal would take now
 * @param history all that the project has
 */
public record CurrentScripts(List<Migration> migrations, MigrationHistory history) {
    public CurrentScripts {
        migrations = List.copyOf(migrations);
    }

    /** {@return in which scripts the rehearsal is not one of what is here now, in words; empty if it is} */
    List<String> unlike(Substance rehearsed) {
        List<String> changes = new ArrayList<>();
        SortedMap<String, String> now = versioned(history.migrations());
        now.putAll(versioned(migrations)); // the repeatable ones, which are rehearsed when they have changed
        history.repeatables().forEach(script -> now.put(script.name(), script.digest()));
        rehearsed.scripts().forEach((name, digest) -> {
            String current = now.get(name);
            if (current == null) {
                changes.add(name + " is gone since it was rehearsed");
            } else if (!current.equals(digest)) {
                changes.add(name + " was changed after it was rehearsed");
            }
        });
        versioned(migrations).keySet().stream()
                .filter(name -> !rehearsed.scripts().containsKey(name))
                .forEach(name -> changes.add(name + " was not rehearsed"));
        return changes;
    }

    /** {@return what the rehearsal found, together with the repeatable scripts, which its report does not name} */
    Substance with(Substance rehearsed) {
        SortedMap<String, String> scripts = new TreeMap<>(rehearsed.scripts());
        history.repeatables().forEach(script -> scripts.put(script.name(), script.digest()));
        return new Substance(scripts, rehearsed.risks(), rehearsed.findings(), rehearsed.tables());
    }

    private static SortedMap<String, String> versioned(List<Migration> migrations) {
        SortedMap<String, String> digests = new TreeMap<>();
        for (Migration migration : migrations) {
            digests.put(migration.script().name(), migration.script().digest());
            Script undo = migration.undo();
            if (undo != null) {
                digests.put(undo.name(), undo.digest());
            }
        }
        return digests;
    }
}
