package dev.rehearsal.flyway;

import dev.rehearsal.flyway.EditedFiles.Found;
import dev.rehearsal.flyway.SettingChanges.Told;
import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.MigrationId;
import dev.rehearsal.migration.RunnerInput.Change;
import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.Transactions;
import dev.rehearsal.migration.WayBack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The repeatable scripts that Flyway would run again.
 *
 * @param sources reads texts as they were
 * @param found what has become of each script
 * @param settings what has become of the settings of each that has some
 * @param uses tells who uses which placeholder
 * @param told what Flyway is told, and was told
 * @param then the name of the earlier time
 */
record ChangedRepeatables(
        EditedFiles sources,
        Map<ScannedFile, Found> found,
        Map<ScannedFile, Found> settings,
        PlaceholderUse uses,
        List<Told> told,
        String then) {
    List<Migration> of(ScannedHistory history) {
        Set<String> placeholders = new TreeSet<>();
        told.forEach(file -> placeholders.addAll(file.placeholders()));
        List<Migration> changed = new ArrayList<>();
        for (ScannedFile file : history.repeatables()) {
            boolean another = changed(found.get(file)) || uses.uses(file, placeholders);
            if (another || changed(settings.get(file))) {
                changed.add(migration(file, another ? before(file) : null));
            }
        }
        return changed;
    }

    private static boolean changed(@Nullable Found found) {
        return found != null && found.change() != Change.SAME;
    }

    private static Migration migration(ScannedFile file, @Nullable Script before) {
        return new Migration(
                MigrationId.of(HeldBack.key(file)),
                file.description(),
                Migration.Kind.REPEATABLE,
                file.script(),
                WayBack.of(before),
                Transactions.one(file.transactional()),
                FlywayWords.WORDS);
    }

    /** Its old text; where placeholders have other values now, with the old ones in their place. */
    private @Nullable Script before(ScannedFile file) {
        Found one = found.get(file);
        Path path = one == null ? null : one.path();
        String text = file.resource() == null || path == null ? null : sources.before(path);
        return text == null ? null : new Script(file.script().name() + "@" + then, path, uses.with(text, values()));
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Told file : told) {
            for (String name : file.placeholders()) {
                String before = file.before().get("placeholders." + name);
                if (before != null) {
                    values.put(name, before);
                }
            }
        }
        return values;
    }
}
