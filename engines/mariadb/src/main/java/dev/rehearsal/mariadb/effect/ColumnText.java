package dev.rehearsal.mariadb.effect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a column, as SHOW CREATE TABLE writes it, taken apart.
 *
 * @param type with its length, its values, its character set and its collation
 * @param required whether it takes no NULL
 * @param defaulted its default, or what stands for one; null if it has none
 * @param generated from what it is computed; null if it is stored as it comes
 */
record ColumnText(
        String type,
        boolean required,
        @Nullable String defaulted,
        @Nullable String generated) {
    private static final Pattern TYPE = Pattern.compile(
            "^(\\w+(?:\\((?:'(?:[^'\\\\]|''|\\\\.)*'|[^')])*\\))?(?: unsigned| zerofill| CHARACTER SET \\w+| COLLATE \\w+)*)(.*)$",
            Pattern.DOTALL);
    private static final Pattern DEFAULT =
            Pattern.compile(" (?:DEFAULT ((?:'(?:[^'\\\\]|''|\\\\.)*'|[^' ])+(?: ON UPDATE \\S+)?)|(AUTO_INCREMENT))");
    private static final Pattern GENERATED = Pattern.compile(" GENERATED ALWAYS AS (\\(.*\\)) (?:VIRTUAL|STORED)");

    static ColumnText of(String definition) {
        Matcher type = TYPE.matcher(definition);
        String rest = type.matches() ? type.group(2) : definition;
        Matcher defaulted = DEFAULT.matcher(rest);
        Matcher generated = GENERATED.matcher(rest);
        String value = !defaulted.find() ? null : defaulted.group(1) == null ? defaulted.group(2) : defaulted.group(1);
        return new ColumnText(
                type.matches() ? type.group(1) : definition,
                rest.startsWith(" NOT NULL"),
                value,
                generated.find() ? generated.group(1) : null);
    }

    /** {@return whether an INSERT may leave it out} */
    boolean optional() {
        return defaulted != null || generated != null;
    }
}
