package dev.rehearsal.command;

import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.WayBack;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One version, as the commands are told of it.
 *
 * @param key its number or name
 * @param title for a reader
 * @param file its file; null if there is none
 * @param script its up
 * @param wayBack its down
 */
record Version(String key, String title, @Nullable Path file, Script script, WayBack wayBack) {
    /** {@return what a tool may call it in its own table} */
    Set<String> names() {
        Set<String> names = new TreeSet<>(List.of(key, plain(key)));
        if (file != null) {
            String name = Names.of(file);
            names.add(name);
            names.add(Names.stem(name));
            names.add(file.toString());
        }
        return names;
    }

    /** {@return a number without its leading zeros} */
    static String plain(String text) {
        return text.matches("0+\\d+") ? text.replaceFirst("^0+(?=\\d)", "") : text;
    }
}
