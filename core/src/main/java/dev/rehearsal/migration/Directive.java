package dev.rehearsal.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exception that a script claims for itself, in a comment of its own line:
 * {@code -- rehearsal: irreversible — the table is archived} or
 * {@code -- rehearsal: allow lock-too-long — maintenance window}.
 *
 * @param rule the id of the rule that is allowed to speak without failing the build; {@link #IRREVERSIBLE} for a whole
 *     migration without a way back
 * @param reason why; null if none is given, which is an error
 * @param script the script's name
 * @param line the line, from 1
 */
public record Directive(String rule, @Nullable String reason, String script, int line) {
    /** Stands for all that speaks of the way back. */
    public static final String IRREVERSIBLE = "irreversible";

    private static final Pattern LINE =
            Pattern.compile("\\s*--\\s*rehearsal:\\s*(?:allow\\s+)?(\\S+)(?:\\s+[-–—:]+\\s*(.*?))?\\s*");

    /**
     * {@return all directives of a script, in order}
     *
     * @param script any script
     */
    public static List<Directive> of(Script script) {
        List<Directive> found = new ArrayList<>();
        String[] lines = script.text().split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = LINE.matcher(lines[i]);
            if (matcher.matches()) {
                found.add(new Directive(
                        matcher.group(1), reason(matcher.group(2)), script.name(), script.firstLine() + i));
            }
        }
        return found;
    }

    /**
     * {@return all directives of a migration's scripts}
     *
     * @param migration any migration
     */
    public static List<Directive> of(Migration migration) {
        List<Directive> found = new ArrayList<>(of(migration.script()));
        if (migration.undo() != null) {
            found.addAll(of(migration.undo()));
        }
        return found;
    }

    private static @Nullable String reason(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
