package dev.rehearsal.migration;

import dev.rehearsal.migration.Script.Remark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An exception that a script claims for itself, in a comment of its own line:
 * {@code -- rehearsal: irreversible — the table is archived},
 * {@code -- rehearsal: allow lock-too-long — maintenance window} or
 * {@code -- rehearsal: assume UNIQUE (email) on users — checked in production}.
 *
 * @param rule the id of the rule that is allowed to speak without failing the build; {@link #IRREVERSIBLE} for a whole
 *     migration without a way back, {@link #ASSUME} for what is assumed of production's rows
 * @param reason why; null if none is given, which is an error
 * @param script the script's name
 * @param line the line, from 1
 * @param claim what is assumed: {@code UNIQUE (email) on users}; null if nothing is
 */
public record Directive(
        String rule,
        @Nullable String reason,
        String script,
        int line,
        @Nullable String claim) {
    /** Stands for all that speaks of the way back. */
    public static final String IRREVERSIBLE = "irreversible";

    /** Stands for something that is assumed of production's rows. */
    public static final String ASSUME = "assume";

    private static final String REASON = "(?:\\s+[-–—:]+\\s*(.*?))?\\s*";

    private static final Pattern COMMENT = Pattern.compile("\\s*(?:--|//|#)\\s*(rehearsal:.*)");

    private static final Pattern ASSUMPTION = Pattern.compile("rehearsal:\\s*assume\\b\\s*(.*)");

    /** A condition may hold a dash: the reason follows the name of the table, which may have columns. */
    private static final Pattern CLAIM =
            Pattern.compile("(?i)(.*?\\son\\s+(?:\"[^\"]+\"|[^\\s\"(])+(?:\\s*\\([^()]*\\))?)" + REASON);

    private static final Pattern LINE = Pattern.compile("rehearsal:\\s*(?:allow\\s+)?(\\S+)" + REASON);

    /**
     * An exception.
     *
     * @param rule the id of the rule that is allowed to speak without failing the build
     * @param reason why; null if none is given, which is an error
     * @param script the script's name
     * @param line the line, from 1
     */
    public Directive(String rule, @Nullable String reason, String script, int line) {
        this(rule, reason, script, line, null);
    }

    /**
     * {@return all directives of a script, in order}
     *
     * @param script any script
     */
    public static List<Directive> of(Script script) {
        List<Remark> remarks = new ArrayList<>(script.remarks());
        Set<Integer> known = script.remarks().stream().map(Remark::line).collect(Collectors.toSet());
        String[] lines = script.text().split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher comment = COMMENT.matcher(lines[i]);
            if (comment.matches() && !known.contains(script.firstLine() + i)) {
                remarks.add(new Remark(script.firstLine() + i, comment.group(1)));
            }
        }
        return remarks.stream()
                .sorted(Comparator.comparingInt(Remark::line))
                .flatMap(remark -> of(remark, script.name()).stream())
                .toList();
    }

    private static Optional<Directive> of(Remark remark, String script) {
        Matcher assumption = ASSUMPTION.matcher(remark.text());
        if (assumption.matches()) {
            return Optional.of(assumed(assumption.group(1).strip(), script, remark.line()));
        }
        Matcher line = LINE.matcher(remark.text());
        return line.matches()
                ? Optional.of(new Directive(line.group(1), reason(line.group(2)), script, remark.line()))
                : Optional.empty();
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

    /**
     * {@return the same with a reason}
     *
     * @param why the reason
     */
    Directive because(String why) {
        return new Directive(rule, why, script, line, claim);
    }

    private static Directive assumed(String text, String script, int line) {
        Matcher claim = CLAIM.matcher(outermost(text));
        if (!claim.matches()) {
            return new Directive(ASSUME, null, script, line, text);
        }
        String why = claim.group(2) == null ? null : text.substring(claim.start(2), claim.end(2));
        return new Directive(ASSUME, reason(why), script, line, text.substring(0, claim.end(1)));
    }

    /** {@return a text of the same length, in which nothing can be read of what stands in quotes or parentheses} */
    private static String outermost(String text) {
        StringBuilder outer = new StringBuilder(text);
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean closes = quote == 0 ? c == ')' && depth > 0 : c == quote;
            depth -= closes && quote == 0 ? 1 : 0;
            quote = closes ? 0 : quote;
            if (depth > 0 || quote != 0) {
                outer.setCharAt(i, '.');
            }
            boolean opens = !closes && quote == 0;
            depth += opens && c == '(' ? 1 : 0;
            quote = opens && (c == '\'' || c == '"') ? c : quote;
        }
        return outer.toString();
    }

    private static @Nullable String reason(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
