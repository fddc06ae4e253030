package dev.rehearsal.command;

import dev.rehearsal.migration.Script;
import dev.rehearsal.migration.WayBack;
import dev.rehearsal.text.Digests;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the way back in a file that holds both, by the words with which it begins in its language. */
final class Down {
    private static final Pattern BEGINS = Pattern.compile("(?m)^[ \\t]*(?:"
            + "(?:module\\.)?exports\\.down\\b"
            + "|export\\s+(?:(?:async\\s+)?function|const|let|var)\\s+down\\b"
            + "|(?:public\\s+)?(?:async\\s+)?(?:function\\s+)?down\\s*[(:=]"
            + "|def\\s+(?:self\\.)?(?:downgrade|down)\\b"
            + "|--.*\\b(?i:down)\\b)");

    /** In these nothing goes down where there is no such word. */
    private static final Pattern CODE = Pattern.compile(".*\\.(?:js|cjs|mjs|ts|cts|mts|py|rb|php)");

    private Down() {}

    /** {@return the file's way back; one that the tool makes, where the file does not show it} */
    static WayBack in(Script file) {
        Matcher begins = BEGINS.matcher(file.text());
        if (!begins.find()) {
            return CODE.matcher(file.name()).matches() ? new WayBack.None() : new WayBack.Derived();
        }
        Path path = file.path();
        String text = file.text().substring(begins.start());
        return new WayBack.Written(
                new Script(file.name() + " (down)", path, text, Digests.ofText(text), file.lineAt(begins.start())));
    }

    /** {@return the file without its way back, if that comes last} */
    static Script withoutIt(Script file, WayBack wayBack) {
        Script down = wayBack.script();
        if (down == null || down.path() == null || !down.path().equals(file.path())) {
            return file;
        }
        String up = file.text().substring(0, file.text().length() - down.text().length());
        return up.isBlank() ? file : new Script(file.name(), file.path(), up);
    }
}
