package dev.rehearsal.flyway;

import dev.rehearsal.migration.Migration;
import dev.rehearsal.migration.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * The repeatable scripts of which production has another text, or none yet: until its turn comes, each is as it is there.
 *
 * @param scripts in Flyway's order
 */
record HeldBack(List<Held> scripts) {
    /** Nothing is. */
    static final HeldBack NONE = new HeldBack(List.of());

    /**
     * One of them.
     *
     * @param now with its new text
     * @param before with its old text; null if there is none
     */
    record Held(ScannedFile now, @Nullable ScannedFile before) {}

    HeldBack {
        scripts = List.copyOf(scripts);
    }

    /** {@return those of the migrations that are among the repeatables of a history} */
    static HeldBack of(
            List<Migration> migrations, ScannedHistory history, ResourceProvider resources, OfflineParsing parsing) {
        List<Held> held = new ArrayList<>();
        for (ScannedFile file : history.repeatables()) {
            migrations.stream()
                    .filter(Migration::repeatable)
                    .filter(migration -> migration.version().equals(key(file)))
                    .findFirst()
                    .ifPresent(
                            migration -> held.add(new Held(file, before(file, migration.undo(), resources, parsing))));
        }
        return new HeldBack(held);
    }

    /** {@return those of a history with these scripts, as if there had been none before} */
    static HeldBack away(List<Script> scripts, ScannedHistory history) {
        return new HeldBack(history.repeatables().stream()
                .filter(file -> scripts.contains(file.script()))
                .map(file -> new Held(file, null))
                .toList());
    }

    private static @Nullable ScannedFile before(
            ScannedFile now, @Nullable Script old, ResourceProvider resources, OfflineParsing parsing) {
        if (old == null) {
            return null;
        }
        LoadableResource text = new TextResource(Objects.requireNonNull(now.resource()), old.text());
        return new ScannedFile(
                now.kind(), null, now.description(), old, text, null, ParsedScript.parse(text, resources, parsing));
    }

    /** {@return by what a repeatable script is told from others: its name without the suffix} */
    static String key(ScannedFile file) {
        String name = file.script().name();
        return file.resource() == null
                ? name.substring(name.lastIndexOf('.') + 1)
                : name.substring(0, Math.max(1, name.lastIndexOf('.')));
    }

    /**
     * {@return which one a migration is}
     *
     * @throws IllegalArgumentException if it is none
     */
    int indexOf(Migration migration) {
        for (int i = 0; i < scripts.size(); i++) {
            if (key(scripts.get(i).now()).equals(migration.version())) {
                return i;
            }
        }
        throw new IllegalArgumentException(migration.version() + " is not held back");
    }

    /**
     * {@return the repeatables as Flyway shall see them}
     *
     * @param all with their new text
     * @param done how many of those held back have had their turn
     */
    List<ScannedFile> seen(List<ScannedFile> all, int done) {
        List<ScannedFile> seen = new ArrayList<>();
        for (ScannedFile file : all) {
            Held held = scripts.stream()
                    .skip(done)
                    .filter(one -> one.now().equals(file))
                    .findFirst()
                    .orElse(null);
            ScannedFile shown = held == null ? file : held.before();
            if (shown != null) {
                seen.add(shown);
            }
        }
        return seen;
    }

    /** {@return whether a script is the old text of one that is held back} */
    boolean isBefore(ScannedFile file) {
        return scripts.stream().anyMatch(one -> file.equals(one.before()));
    }
}
