package dev.rehearsal.migration;

import dev.rehearsal.migration.Assumption.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the claim of an assumption: a constraint, {@code on}, and a table. */
final class AssumptionReader {
    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final String TABLE = NAME + "(?:\\." + NAME + ")?";
    private static final String LIST = NAME + "(?:\\s*,\\s*" + NAME + ")*";
    private static final String COLUMNS = "(?:\\(\\s*(" + LIST + ")\\s*\\)|(" + NAME + "))?";

    private static final Pattern CLAIM = words("(.*?)\\s+on\\s+(" + TABLE + ")\\s*(?:\\(\\s*(" + LIST + ")\\s*\\))?");
    private static final Pattern UNIQUE = words("UNIQUE\\s*(\\(.*)");
    private static final Pattern UNIQUE_OF = words("\\s*((?:NULLS\\s+NOT\\s+DISTINCT)?\\s*(?:WHERE\\s.+)?)");
    private static final Pattern CHECK = words("CHECK\\s*(\\(.*)");
    private static final Pattern NOT_NULL = words("NOT\\s+NULL\\s*" + COLUMNS);
    private static final Pattern IS_NOT_NULL = words(COLUMNS + "\\s*NOT\\s+NULL");
    private static final Pattern REFERENCES = words("(?:FOREIGN\\s+KEY\\s*)?" + COLUMNS + "\\s*REFERENCES\\s+(" + TABLE
            + "\\s*(?:\\(\\s*" + LIST + "\\s*\\))?)");

    private final Directive directive;
    private final String reason;
    private final String table;
    private final @Nullable String columns;

    private AssumptionReader(Directive directive, String reason, Matcher claim) {
        this.directive = directive;
        this.reason = reason;
        this.table = claim.group(2);
        this.columns = claim.group(3);
    }

    /** {@return the assumption; null if it cannot be read, or gives no reason} */
    static @Nullable Assumption read(Directive directive) {
        String text = directive.claim();
        String reason = directive.reason();
        if (text == null || reason == null) {
            return null;
        }
        Matcher claim = CLAIM.matcher(text.strip());
        return claim.matches() ? new AssumptionReader(directive, reason, claim).constraint(claim.group(1)) : null;
    }

    private @Nullable Assumption constraint(String text) {
        Matcher unique = UNIQUE.matcher(text);
        if (unique.matches()) {
            return enclosed(Kind.UNIQUE, unique.group(1), UNIQUE_OF);
        }
        Matcher check = CHECK.matcher(text);
        if (check.matches()) {
            return enclosed(Kind.CHECK, check.group(1), words("\\s*()"));
        }
        Matcher references = REFERENCES.matcher(text);
        if (references.matches()) {
            return ofColumns(Kind.REFERENCES, references, references.group(3).strip());
        }
        for (Pattern pattern : new Pattern[] {NOT_NULL, IS_NOT_NULL}) {
            Matcher notNull = pattern.matcher(text);
            if (notNull.matches()) {
                return ofColumns(Kind.NOT_NULL, notNull, "");
            }
        }
        return null;
    }

    private @Nullable Assumption ofColumns(Kind kind, Matcher found, String more) {
        String listed = found.group(1) != null ? found.group(1) : found.group(2);
        String subject = listed != null ? listed : columns;
        return subject == null || (listed != null && columns != null) ? null : assumption(kind, subject, more);
    }

    /** What stands between a parenthesis and the one that closes it, and behind it only what may. */
    private @Nullable Assumption enclosed(Kind kind, String text, Pattern behind) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            if (depth == 0) {
                Matcher rest = behind.matcher(text.substring(i + 1));
                String subject = text.substring(1, i).strip();
                return subject.isEmpty() || columns != null || !rest.matches()
                        ? null
                        : assumption(kind, subject, rest.group(1).strip());
            }
        }
        return null;
    }

    private Assumption assumption(Kind kind, String subject, String more) {
        return new Assumption(kind, subject, more, table, reason, directive.script(), directive.line());
    }

    private static Pattern words(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
