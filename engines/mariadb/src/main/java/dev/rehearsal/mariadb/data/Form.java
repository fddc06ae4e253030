package dev.rehearsal.mariadb.data;

import java.util.Locale;
import java.util.Map;

/**
 * What of a value is hashed: two values have the same form only if they are the same to the last digit. Measured on
 * MariaDB 10.11 and 11.4: the text of a {@code float} has six digits only, and an enum's invalid value has the text of an
 * empty label.
 */
enum Form {
    /** Its text, or its bytes. */
    TEXT("%s"),
    /** Its text in one character set, whatever its own is. */
    CONVERTED("CONVERT(%s USING utf8mb4)"),
    /** The number with all its digits. */
    FLOAT("%s + 0e0"),
    /** The bits as a number. */
    BIT("%s + 0"),
    /** The number of a label, or of a set of labels, and its text. */
    LABEL("CONCAT(%1$s + 0, ':', %1$s)");

    private static final Map<String, Form> OF_TYPES = Map.of("float", FLOAT, "bit", BIT, "enum", LABEL, "set", LABEL);

    private final String template;

    Form(String template) {
        this.template = template;
    }

    /**
     * {@return the form of a column}
     *
     * @param dataType the name of its type
     * @param charset its character set; empty if it has none
     */
    static Form of(String dataType, String charset) {
        Form known = OF_TYPES.get(dataType.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        return charset.isEmpty() || charset.equals("utf8mb4") ? TEXT : CONVERTED;
    }

    /** {@return SQL for the form of a value; NULL for NULL} */
    String of(String value) {
        return template.formatted(value);
    }

    /** {@return whether the server may give up on a long value and say NULL} */
    boolean mayFail() {
        return this == CONVERTED || this == LABEL;
    }

    /** {@return the form in which values of this column can be compared with another's} */
    Form against(Form other) {
        boolean texts = (this == CONVERTED || this == TEXT) && (other == CONVERTED || other == TEXT);
        return this == other || texts ? this : TEXT;
    }
}
